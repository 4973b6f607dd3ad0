package io.cybervpn.sandbox.revenuecat;

import io.cybervpn.sandbox.http.SandboxClock;
import io.cybervpn.sandbox.http.StateLock;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * The customers and what the stores say that they bought. Each deed is told as the real one tells
 * it. Any thread may call.
 */
public final class Subscribers {

    private final StateLock lock;
    private final SandboxClock clock;
    private final EventPushes pushes;
    private final Map<String, JsonObject> all = new LinkedHashMap<>();

    Subscribers(StateLock lock, SandboxClock clock, EventPushes pushes) {
        this.lock = lock;
        this.clock = clock;
        this.pushes = pushes;
    }

    /**
     * What is bought.
     *
     * @param product the store's name of it; {@code subscription:base-plan} at Google Play
     * @param lasts up to its end
     */
    public record Wish(
            String store, String product, Instant from, Duration lasts, boolean sandbox) {

        /** From now on, for money, at Apple. */
        public static Wish of(String product, Duration lasts) {
            return new Wish("app_store", product, Instant.now(), lasts, false);
        }

        /** The same by a tester. */
        public Wish inSandbox() {
            return new Wish(store, product, from, lasts, true);
        }
    }

    /** Buys; a second one of a product replaces the first, as a renewal does. */
    public String buy(String user, Wish wish) {
        return lock.with(
                () -> {
                    JsonObject bought = bought(wish);
                    boolean first = !subscriptions(user).containsKey(name(wish.product()));
                    subscriptions(user).put(name(wish.product()), bought);
                    pushes.tell(
                            first ? "INITIAL_PURCHASE" : "RENEWAL",
                            user,
                            wish.product(),
                            bought,
                            new JsonObject());
                    return bought.getString("store_transaction_id");
                });
    }

    private static JsonObject bought(Wish wish) {
        JsonObject bought =
                new JsonObject()
                        .put("store", wish.store())
                        .put("is_sandbox", wish.sandbox())
                        .put("purchase_date", wish.from().toString())
                        .put("original_purchase_date", wish.from().toString())
                        .put("expires_date", wish.from().plus(wish.lasts()).toString())
                        .putNull("grace_period_expires_date")
                        .putNull("refunded_at")
                        .putNull("unsubscribe_detected_at")
                        .putNull("billing_issues_detected_at")
                        .putNull("auto_resume_date")
                        .put("period_type", "normal")
                        .put("ownership_type", "PURCHASED")
                        .put("store_transaction_id", transaction());
        return wish.product().contains(":")
                ? bought.put("product_plan_identifier", wish.product().split(":", 2)[1])
                : bought;
    }

    private static String transaction() {
        return "2" + Math.abs(UUID.randomUUID().getMostSignificantBits() % 1_000_000_000_000_000L);
    }

    private static String name(String product) {
        return product.split(":", 2)[0];
    }

    /** Buys something that has no end of its own. */
    public String buyOnce(String user, String product) {
        return lock.with(
                () -> {
                    JsonObject bought =
                            bought(Wish.of(product, Duration.ZERO))
                                    .put("id", UUID.randomUUID().toString().substring(0, 10));
                    bought.remove("expires_date");
                    JsonObject lists = subscriber(user).getJsonObject("non_subscriptions");
                    lists.put(product, lists.getJsonArray(product, new JsonArray()).add(bought));
                    pushes.tell("NON_RENEWING_PURCHASE", user, product, bought, new JsonObject());
                    return bought.getString("store_transaction_id");
                });
    }

    /** Changes fields of a purchase and tells it as an event of this type with these extras. */
    public void happen(
            String type, String user, String product, JsonObject changes, JsonObject extras) {
        lock.run(
                () -> {
                    JsonObject bought = subscriptions(user).getJsonObject(name(product));
                    bought.mergeIn(changes);
                    pushes.tell(type, user, product, bought, extras);
                });
    }

    /** He will not renew; what is paid stays. */
    public void unsubscribe(String user, String product) {
        happen(
                "CANCELLATION",
                user,
                product,
                new JsonObject().put("unsubscribe_detected_at", clock.now()),
                new JsonObject().put("cancel_reason", "UNSUBSCRIBE"));
    }

    /** The store gave the money back. */
    public void refund(String user, String product) {
        happen(
                "CANCELLATION",
                user,
                product,
                new JsonObject().put("refunded_at", clock.now()),
                new JsonObject().put("cancel_reason", "CUSTOMER_SUPPORT").put("price", -4.99));
    }

    /** It did not go back after all. */
    public void reverseRefund(String user, String product) {
        happen(
                "REFUND_REVERSED",
                user,
                product,
                new JsonObject().putNull("refunded_at"),
                new JsonObject());
    }

    /** The store could not charge and waits. */
    public void billingIssue(String user, String product, Instant graceUntil) {
        happen(
                "BILLING_ISSUE",
                user,
                product,
                new JsonObject()
                        .put("billing_issues_detected_at", clock.now())
                        .put("grace_period_expires_date", graceUntil.toString()),
                new JsonObject().put("grace_period_expiration_at_ms", graceUntil.toEpochMilli()));
    }

    /** It ended now. */
    public void expire(String user, String product) {
        happen(
                "EXPIRATION",
                user,
                product,
                new JsonObject().put("expires_date", clock.now()),
                new JsonObject().put("expiration_reason", "BILLING_ERROR"));
    }

    /** All that one has becomes another's. */
    public void transfer(String from, String to) {
        lock.run(
                () -> {
                    subscriptions(to).mergeIn(subscriptions(from));
                    subscriptions(from).clear();
                    pushes.transfer(from, to);
                });
    }

    /** Forgets what somebody bought and tells nobody. */
    public void lose(String user) {
        lock.run(
                () -> {
                    subscriptions(user).clear();
                });
    }

    /** Known customers by name. */
    public List<String> users() {
        return lock.with(() -> new ArrayList<>(all.keySet()));
    }

    /** The answer of the API, and whether the customer was made by asking. */
    record Shown(boolean made, JsonObject answer) {}

    Shown show(String user) {
        boolean made = !all.containsKey(user);
        JsonObject answer =
                new JsonObject()
                        .put("request_date", clock.now())
                        .put("request_date_ms", clock.instant().toEpochMilli())
                        .put("subscriber", subscriber(user).copy());
        return new Shown(made, answer);
    }

    Optional<JsonObject> purchase(String user, String product) {
        return Optional.ofNullable(subscriptions(user).getJsonObject(name(product)));
    }

    JsonObject state() {
        JsonObject state = new JsonObject();
        all.forEach((user, subscriber) -> state.put(user, subscriber.copy()));
        return state;
    }

    void clear() {
        all.clear();
    }

    private JsonObject subscriptions(String user) {
        return subscriber(user).getJsonObject("subscriptions");
    }

    private JsonObject subscriber(String user) {
        return all.computeIfAbsent(
                user,
                name ->
                        new JsonObject()
                                .put("original_app_user_id", name)
                                .put("first_seen", clock.now())
                                .put("entitlements", new JsonObject())
                                .put("subscriptions", new JsonObject())
                                .put("non_subscriptions", new JsonObject())
                                .put("other_purchases", new JsonObject()));
    }
}
