package io.cybervpn.sandbox.panel;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/** What the panel does by itself now and then. */
final class Watchdogs {

    private static final Set<String> LIVING = Set.of("ACTIVE", "LIMITED");
    private static final List<Integer> THRESHOLDS = List.of(60, 80);

    private final PanelParts panel;

    Watchdogs(PanelParts panel) {
        this.panel = panel;
    }

    /** Users whose time is over become EXPIRED; says how many. */
    @CanIgnoreReturnValue
    int expired() {
        Instant now = panel.clock.instant();
        List<JsonObject> over =
                panel.store.where(
                        user ->
                                LIVING.contains(user.getString("status"))
                                        && !Instant.parse(user.getString("expireAt")).isAfter(now));
        over.forEach(user -> end(user, "EXPIRED", "user.expired"));
        return over.size();
    }

    /** Users who used up their traffic become LIMITED; says how many. */
    @CanIgnoreReturnValue
    int limited() {
        List<JsonObject> over =
                panel.store.where(user -> PanelUsers.is(user, "ACTIVE") && percent(user) >= 100);
        over.forEach(user -> end(user, "LIMITED", "user.limited"));
        return over.size();
    }

    private void end(JsonObject user, String status, String event) {
        panel.users.become(user, status, event);
    }

    /** Users who newly passed 60 or 80 percent; says how many. */
    @CanIgnoreReturnValue
    int thresholds() {
        int told = 0;
        for (JsonObject user : panel.store.where(known -> PanelUsers.is(known, "ACTIVE"))) {
            int passed = THRESHOLDS.stream().filter(at -> percent(user) >= at).reduce(0, Math::max);
            if (passed > user.getInteger("lastTriggeredThreshold")) {
                user.put("lastTriggeredThreshold", passed);
                panel.users.tell("user.bandwidth_usage_threshold_reached", user);
                told++;
            }
        }
        return told;
    }

    /**
     * Sets the traffic of all users with this strategy to zero, as its night does; says how many.
     */
    @CanIgnoreReturnValue
    int reset(String strategy) {
        List<JsonObject> due =
                panel.store.where(user -> strategy.equals(user.getString("trafficLimitStrategy")));
        due.forEach(panel.users::resetTraffic);
        return due.size();
    }

    /** Unlimited users are always at 0. */
    private static long percent(JsonObject user) {
        long limit = user.getLong("trafficLimitBytes");
        long used = user.getJsonObject("userTraffic").getLong("usedTrafficBytes");
        return limit == 0 ? 0 : (long) (used * 100.0 / limit);
    }
}
