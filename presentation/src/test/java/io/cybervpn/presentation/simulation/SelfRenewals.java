package io.cybervpn.presentation.simulation;

import io.cybervpn.domain.identity.AccountId;
import io.cybervpn.presentation.simulation.Buyer.Sale;
import io.vertx.core.json.JsonObject;
import java.util.Optional;

/** Customers who let the shop take the next month's money by itself: from wallets and cards. */
final class SelfRenewals {
    private static final String SAVED = "/payment-methods/saved";

    private final Stage stage;

    SelfRenewals(Stage stage) {
        this.stage = stage;
    }

    /** What he agrees to when a provider shall keep his card. */
    String wordsOfKeeping(Buyer buyer) {
        return stage.shop()
                .get(buyer.id(), SAVED)
                .body()
                .getJsonObject("consent")
                .getString("version");
    }

    /** He agrees for the subscription of this sale, if it is his already. */
    void agree(Sale sale, Dice dice) {
        AccountId who = sale.buyer().id();
        JsonObject order = stage.shop().get(who, "/orders/" + sale.id()).body();
        Optional.ofNullable(order.getString("subscriptionId"))
                .ifPresent(id -> agree(sale.buyer(), "/subscriptions/" + id + "/auto-renew", dice));
    }

    private void agree(Buyer buyer, String path, Dice dice) {
        String method = dice.chance(70) ? card(buyer) : "wallet";
        JsonObject shown = stage.shop().get(buyer.id(), path + "?termDays=30&currency=RUB").body();
        JsonObject wish =
                new JsonObject()
                        .put("enabled", true)
                        .put("method", method)
                        .put("termDays", 30)
                        .put("shownPrice", shown.getJsonObject("price"))
                        .put("consentVersion", shown.getJsonObject("consent").getString("version"));
        Shop.Answer answer = stage.shop().put(buyer.id(), path, wish);
        stage.count(
                "renews by itself by %s: %d %s"
                        .formatted(
                                method.equals("wallet") ? method : "card",
                                answer.status(),
                                answer.code()));
        if (answer.status() == 200) {
            buyer.renewsByItself();
        }
    }

    /** One that is kept, if there is one. */
    private String card(Buyer buyer) {
        return stage.shop().get(buyer.id(), SAVED).body().getJsonArray("items").stream()
                .map(JsonObject.class::cast)
                .map(one -> one.getString("method"))
                .findFirst()
                .orElse("wallet");
    }
}
