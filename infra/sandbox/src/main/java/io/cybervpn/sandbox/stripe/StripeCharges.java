package io.cybervpn.sandbox.stripe;

import io.cybervpn.sandbox.http.Answer;
import io.vertx.core.json.JsonObject;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * PaymentIntents that are made and confirmed in one call, without their payer: by a card that a
 * customer keeps. Callers hold the lock.
 */
final class StripeCharges {

    private static final Pattern KNOWN =
            Pattern.compile(
                    "amount|currency|customer|payment_method|off_session|confirm|description"
                            + "|automatic_payment_methods\\[(enabled|allow_redirects)]"
                            + "|metadata\\[[^]]+]|expand\\[\\d*]");

    /** Codes of their own; any other reason is one of {@code card_declined}. */
    private static final Set<String> CODES = Set.of("authentication_required", "expired_card");

    private final StripePayments payments;
    private final StripeCards cards;

    StripeCharges(StripePayments payments, StripeCards cards) {
        this.payments = payments;
        this.cards = cards;
    }

    /** The intent; 402 with it inside when the bank says no. */
    Answer create(Map<String, String> sent) {
        check(sent);
        String card = sent.getOrDefault("payment_method", "");
        JsonObject wish =
                new JsonObject()
                        .put("amount_total", Long.parseLong(sent.getOrDefault("amount", "")))
                        .put("currency", sent.getOrDefault("currency", ""));
        JsonObject intent =
                payments.begin(wish, SessionWish.metadata(sent, "metadata"))
                        .put("customer", sent.getOrDefault("customer", ""))
                        .put("payment_method", card);
        Optional<String> refusal = cards.refusalOf(card);
        if (refusal.isEmpty()) {
            payments.succeed(intent);
            return Answer.json(200, intent.copy());
        }
        payments.fail(intent);
        return Answer.json(402, refused(intent, refusal.get()));
    }

    private void check(Map<String, String> sent) {
        sent.keySet().stream()
                .filter(key -> !KNOWN.matcher(key).matches())
                .findFirst()
                .ifPresent(
                        stranger -> {
                            throw StripeError.invalid("parameter_unknown", stranger);
                        });
        need(sent.getOrDefault("amount", "").matches("[1-9]\\d{0,11}"), "amount");
        need(sent.getOrDefault("currency", "").matches("[a-z]{3}"), "currency");
        need(sent.getOrDefault("confirm", "").equals("true"), "confirm");
        need(sent.getOrDefault("off_session", "").equals("true"), "off_session");
        need(
                sent.getOrDefault("automatic_payment_methods[allow_redirects]", "").equals("never"),
                "return_url");
        String customer = sent.getOrDefault("customer", "");
        need(
                cards.find(sent.getOrDefault("payment_method", ""))
                        .filter(card -> customer.equals(card.getValue("customer")))
                        .isPresent(),
                "payment_method");
    }

    private static void need(boolean good, String param) {
        if (!good) {
            throw StripeError.invalid("", param);
        }
    }

    private static JsonObject refused(JsonObject intent, String reason) {
        boolean own = CODES.contains(reason);
        JsonObject error =
                new JsonObject()
                        .put("type", "card_error")
                        .put("code", own ? reason : "card_declined")
                        .put("decline_code", reason)
                        .put("message", "Your card was declined.");
        intent.put("last_payment_error", error.copy());
        return new JsonObject().put("error", error.put("payment_intent", intent.copy()));
    }
}
