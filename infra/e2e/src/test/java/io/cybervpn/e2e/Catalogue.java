package io.cybervpn.e2e;

import io.vertx.core.json.JsonObject;

/** What the tests buy: each plan for thirty days in roubles. */
final class Catalogue {

    private final JsonObject plans;

    Catalogue(Customer anybody) {
        this.plans = anybody.get("/api/v1/plans?currency=RUB");
    }

    /** The body of an order; the plans come in turn. */
    JsonObject wish(int turn) {
        var items = plans.getJsonArray("items");
        return new JsonObject()
                .put("planId", items.getJsonObject(turn % items.size()).getString("id"))
                .put("termDays", 30)
                .put("currency", "RUB")
                .put("paymentMethod", "cryptobot");
    }
}
