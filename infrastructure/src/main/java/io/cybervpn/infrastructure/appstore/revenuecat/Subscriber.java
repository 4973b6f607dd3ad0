package io.cybervpn.infrastructure.appstore.revenuecat;

import com.fasterxml.jackson.databind.JsonNode;
import io.cybervpn.application.appstore.port.StoreUnavailable;
import io.cybervpn.domain.appstore.model.Environment;
import io.cybervpn.domain.appstore.model.Purchase;
import io.cybervpn.domain.appstore.model.PurchaseKey;
import io.cybervpn.domain.appstore.model.Reading;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Reads the subscriber object: {@code subscriptions} by product, and {@code non_subscriptions} as
 * lists by product. What is not as documented is no answer: nothing is guessed about what somebody
 * paid.
 */
final class Subscriber {
    private Subscriber() {}

    static Reading reading(JsonNode answer) {
        JsonNode subscriber = answer.path("subscriber");
        JsonNode at = answer.path("request_date_ms");
        if (!subscriber.isObject() || !at.isIntegralNumber()) {
            throw new StoreUnavailable("RevenueCat answers without a subscriber");
        }
        List<Purchase> purchases = new ArrayList<>();
        subscriber
                .path("subscriptions")
                .properties()
                .forEach(one -> purchases.add(subscription(one.getKey(), one.getValue())));
        subscriber
                .path("non_subscriptions")
                .properties()
                .forEach(
                        product ->
                                product.getValue()
                                        .forEach(
                                                one ->
                                                        purchases.add(
                                                                single(product.getKey(), one))));
        return new Reading(Instant.ofEpochMilli(at.longValue()), purchases);
    }

    private static Purchase subscription(String product, JsonNode one) {
        String plan = text(one, "product_plan_identifier").map(id -> ":" + id).orElse("");
        return purchase(product + plan, transaction(product, one), one);
    }

    private static Purchase single(String product, JsonNode one) {
        String id =
                text(one, "store_transaction_id")
                        .or(() -> text(one, "id"))
                        .orElseThrow(() -> missing("id"));
        return purchase(product, id, one);
    }

    /** What RevenueCat grants while a store is out of reach has no transaction yet. */
    private static String transaction(String product, JsonNode one) {
        return text(one, "store_transaction_id")
                .orElseGet(
                        () -> "without-id:" + product + ":" + one.path("purchase_date").asText(""));
    }

    private static Purchase purchase(String product, String transaction, JsonNode one) {
        JsonNode sandbox = one.path("is_sandbox");
        if (!sandbox.isBoolean()) {
            throw missing("is_sandbox");
        }
        return new Purchase(
                new PurchaseKey(
                        text(one, "store")
                                .map(store -> store.toLowerCase(Locale.ROOT))
                                .orElseThrow(() -> missing("store")),
                        transaction),
                product,
                sandbox.booleanValue() ? Environment.SANDBOX : Environment.PRODUCTION,
                instant(one, "purchase_date").orElseThrow(() -> missing("purchase_date")),
                instant(one, "expires_date"),
                instant(one, "grace_period_expires_date"),
                instant(one, "refunded_at"));
    }

    private static Optional<String> text(JsonNode node, String field) {
        JsonNode value = node.path(field);
        return value.isTextual() || value.isIntegralNumber()
                ? Optional.of(value.asText()).filter(text -> !text.isBlank())
                : Optional.empty();
    }

    private static Optional<Instant> instant(JsonNode node, String field) {
        try {
            return text(node, field).map(Instant::parse);
        } catch (DateTimeParseException _) {
            throw new StoreUnavailable("RevenueCat says " + field + " in another form");
        }
    }

    private static StoreUnavailable missing(String field) {
        return new StoreUnavailable("RevenueCat leaves out " + field);
    }
}
