package io.cybervpn.sandbox.telegram;

import io.cybervpn.sandbox.http.SandboxClock;
import io.cybervpn.sandbox.http.StateLock;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Subscriptions in stars: each is known by its first charge, and is charged again every 30 days
 * until its user or the bot cancels it. Time passes by a call alone. Safe to use from any thread.
 */
public final class StarSubscriptions {

    /** In seconds; Telegram knows no other. */
    static final long PERIOD = Duration.ofDays(30).toSeconds();

    /** The most that one may cost. */
    static final long AMOUNT_MAX = 10_000;

    private final StateLock lock;
    private final SandboxClock clock;
    private final BotUpdates updates;
    private final Map<String, JsonObject> byFirstCharge = new LinkedHashMap<>();

    StarSubscriptions(StateLock lock, SandboxClock clock, BotUpdates updates) {
        this.lock = lock;
        this.clock = clock;
        this.updates = updates;
    }

    /** All: charge, user, payload, amount, until, active, cancelledByBot. */
    public List<JsonObject> all() {
        return lock.with(() -> byFirstCharge.values().stream().map(JsonObject::copy).toList());
    }

    /** The first charge of the one with this payload, if somebody paid for it. */
    public Optional<String> chargeOf(String payload) {
        return all().stream()
                .filter(one -> one.getString("payload").equals(payload))
                .map(one -> one.getString("charge"))
                .findFirst();
    }

    /** The first charge; what it adds to the message. */
    JsonObject begin(String charge, JsonObject link, long user) {
        long until = clock.instant().getEpochSecond() + PERIOD;
        byFirstCharge.put(
                charge,
                new JsonObject()
                        .put("charge", charge)
                        .put("user", user)
                        .put("payload", link.getString("payload"))
                        .put("amount", link.getLong("amount"))
                        .put("until", until)
                        .put("active", true)
                        .put("cancelledByBot", false));
        return told(until).put("is_first_recurring", true);
    }

    /** One more month, if it is active; what it adds to the message. */
    Optional<JsonObject> pass(String charge) {
        JsonObject one = get(charge);
        if (!one.getBoolean("active")) {
            return Optional.empty();
        }
        long now = clock.instant().getEpochSecond();
        long until = Math.max(one.getLong("until"), now) + PERIOD;
        one.put("until", until);
        return Optional.of(told(until));
    }

    private static JsonObject told(long until) {
        return new JsonObject()
                .put("is_recurring", true)
                .put("subscription_expiration_date", until);
    }

    JsonObject get(String charge) {
        return Optional.ofNullable(byFirstCharge.get(charge))
                .orElseThrow(() -> new IllegalArgumentException("no subscription " + charge));
    }

    /** The user cancels it in his settings, and the bot is told. */
    public void cancel(String charge) {
        lock.run(() -> turn(get(charge), false, "canceled"));
    }

    /**
     * The user switches it on again in his settings, and the bot is told.
     *
     * @return false when the bot cancelled it and does not allow that, or it is over
     */
    public boolean enable(String charge) {
        return lock.with(
                () -> {
                    JsonObject one = get(charge);
                    boolean may =
                            !one.getBoolean("cancelledByBot")
                                    && one.getLong("until") > clock.instant().getEpochSecond();
                    if (may) {
                        turn(one, true, "active");
                    }
                    return may;
                });
    }

    /** There were too few stars for the next month, and the bot is told. */
    public void fail(String charge) {
        lock.run(() -> turn(get(charge), false, "failed"));
    }

    /** The bot cancels it, or allows its user to go on; false if it is not this user's. */
    boolean edit(long user, String charge, boolean cancelled) {
        JsonObject one = byFirstCharge.get(charge);
        if (one == null || one.getLong("user") != user) {
            return false;
        }
        one.put("cancelledByBot", cancelled);
        if (cancelled && one.getBoolean("active")) {
            turn(one, false, "canceled");
        }
        return true;
    }

    private void turn(JsonObject one, boolean active, String state) {
        one.put("active", active);
        updates.tellSubscription(one, state);
    }

    void clear() {
        byFirstCharge.clear();
    }
}
