package io.cybervpn.sandbox.stripe;

import io.cybervpn.sandbox.http.Call;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Optional;

/** Puts the objects in place of their ids, as the caller wishes. */
final class StripeExpansions {

    private static final List<String> CHARGE =
            List.of(
                    "payment_intent.latest_charge",
                    "payment_intent.latest_charge.balance_transaction");

    private final StripeRoutes.Parts parts;

    StripeExpansions(StripeRoutes.Parts parts) {
        this.parts = parts;
    }

    /** The object with what the call wants of it. */
    JsonObject of(Call call, JsonObject object) {
        List<String> wishes =
                call.fields().entrySet().stream()
                        .filter(entry -> entry.getKey().matches("expand\\[\\d*]"))
                        .map(entry -> entry.getValue().replaceFirst("^data\\.", ""))
                        .toList();
        if (object.getString("object").equals("payment_intent")) {
            return expandedIntent(wishes, object);
        }
        if (wishes.stream().noneMatch(wish -> wish.startsWith("payment_intent"))) {
            return object;
        }
        Optional.ofNullable(parts.payments().intents().get(object.getValue("payment_intent")))
                .map(JsonObject::copy)
                .ifPresent(
                        intent -> {
                            if (wishes.stream().anyMatch(CHARGE::contains)) {
                                charge(intent, wishes.contains(CHARGE.getLast()));
                            }
                            object.put("payment_intent", intent);
                        });
        return object;
    }

    private JsonObject expandedIntent(List<String> wishes, JsonObject intent) {
        if (wishes.contains("payment_method")) {
            parts.cards()
                    .find(intent.getString("payment_method", ""))
                    .ifPresent(card -> intent.put("payment_method", card));
        }
        boolean settled = wishes.contains("latest_charge.balance_transaction");
        if (settled || wishes.contains("latest_charge")) {
            charge(intent, settled);
        }
        return intent;
    }

    private void charge(JsonObject intent, boolean settled) {
        Optional.ofNullable(parts.payments().charges().get(intent.getValue("latest_charge")))
                .map(JsonObject::copy)
                .map(charge -> settled ? charge : StripePayments.shown(charge))
                .ifPresent(charge -> intent.put("latest_charge", charge));
    }
}
