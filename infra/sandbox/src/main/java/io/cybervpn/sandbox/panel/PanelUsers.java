package io.cybervpn.sandbox.panel;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import io.cybervpn.sandbox.http.SandboxClock;
import io.cybervpn.sandbox.http.StateLock;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The panel's users and what may happen to them. Everything returned is a copy, printed as this
 * version of the panel prints it. Safe to use from any thread; each change sends its webhooks.
 */
public final class PanelUsers {

    private final StateLock lock;
    private final SandboxClock clock;
    private final UserStore store;
    private final UserFactory factory;
    private final Infrastructure infrastructure;
    private final PanelWebhooks webhooks;

    PanelUsers(StateLock lock, SandboxClock clock, Parts parts) {
        this.lock = lock;
        this.clock = clock;
        this.store = parts.store();
        this.factory = parts.factory();
        this.infrastructure = parts.infrastructure();
        this.webhooks = parts.webhooks();
    }

    record Parts(
            UserStore store,
            UserFactory factory,
            Infrastructure infrastructure,
            PanelWebhooks webhooks) {}

    /** Every user, oldest first. */
    public List<JsonObject> all() {
        return lock.with(() -> store.all().values().stream().map(store::view).toList());
    }

    /** The user of this name, in this very spelling. */
    public Optional<JsonObject> byUsername(String username) {
        return lock.with(() -> store.by("username", username).map(store::view));
    }

    /**
     * Keeps a user exactly as given (3.x shape, with a uuid if the panel is a 2.x), without checks
     * or webhooks.
     */
    public void restore(JsonObject user) {
        lock.run(() -> store.put(user.copy()));
    }

    /** As POST /api/users does with a valid body; throws {@link PanelRefusal}. */
    @CanIgnoreReturnValue
    public JsonObject create(JsonObject wish) {
        return lock.with(
                () -> {
                    JsonObject user = factory.user(wish);
                    store.put(user);
                    tell("user.created", user);
                    return store.view(user);
                });
    }

    /**
     * The time of this user is over, now; the watchdog has yet to see it. Throws if there is no
     * such user.
     */
    @CanIgnoreReturnValue
    public JsonObject forceExpiry(String username) {
        return lock.with(
                () -> {
                    JsonObject user = mustHave(username);
                    user.put("expireAt", SandboxClock.iso(clock.instant().minusSeconds(1)));
                    return store.view(user);
                });
    }

    @CanIgnoreReturnValue
    JsonObject addTraffic(JsonObject user, long bytes, String node) {
        JsonObject traffic = user.getJsonObject("userTraffic");
        boolean first = traffic.getString("firstConnectedAt") == null;
        traffic.put("usedTrafficBytes", traffic.getLong("usedTrafficBytes") + bytes);
        traffic.put(
                "lifetimeUsedTrafficBytes", traffic.getLong("lifetimeUsedTrafficBytes") + bytes);
        traffic.put("onlineAt", clock.now());
        traffic.put("lastConnectedNodeUuid", node.isEmpty() ? null : node);
        if (first) {
            traffic.put("firstConnectedAt", clock.now());
            tell("user.first_connected", user);
        }
        return store.view(user);
    }

    @CanIgnoreReturnValue
    JsonObject patch(JsonObject user, JsonObject wish) {
        Optional<JsonArray> squads = factory.squads(wish, PanelError.A039);
        factory.checkWhole(wish, PanelError.A039);
        factory.checkExternalSquad(wish, PanelError.A039);
        revive(user, wish);
        for (String field : UserFactory.PATCHABLE) {
            if (wish.containsKey(field)) {
                user.put(field, wish.getValue(field));
            }
        }
        if (wish.containsKey("expireAt")) {
            user.put("expireAt", UserFactory.moment(wish.getString("expireAt")));
        }
        squads.ifPresent(found -> user.put("activeInternalSquads", found));
        touch(user);
        tell("user.modified", user);
        return store.view(user);
    }

    /**
     * A later end revives an EXPIRED user and a higher limit a LIMITED one; neither sends
     * user.enabled.
     */
    private void revive(JsonObject user, JsonObject wish) {
        if (is(user, "EXPIRED") && wish.containsKey("expireAt")) {
            user.put("status", "ACTIVE");
        }
        if (wish.getLong("trafficLimitBytes") == null) {
            return;
        }
        long limit = wish.getLong("trafficLimitBytes");
        if (is(user, "LIMITED") && (limit == 0 || limit > user.getLong("trafficLimitBytes"))) {
            user.put("status", "ACTIVE");
        }
        user.put("lastTriggeredThreshold", 0);
    }

    JsonObject enable(JsonObject user) {
        if (is(user, "ACTIVE")) {
            throw PanelError.A030.refusal();
        }
        return become(user, "ACTIVE", "user.enabled");
    }

    JsonObject disable(JsonObject user) {
        if (is(user, "DISABLED")) {
            throw PanelError.A029.refusal();
        }
        return become(user, "DISABLED", "user.disabled");
    }

    @CanIgnoreReturnValue
    JsonObject become(JsonObject user, String status, String event) {
        user.put("status", status);
        touch(user);
        tell(event, user);
        return store.view(user);
    }

    @CanIgnoreReturnValue
    JsonObject resetTraffic(JsonObject user) {
        boolean limited = is(user, "LIMITED");
        user.getJsonObject("userTraffic").put("usedTrafficBytes", 0);
        user.put("lastTrafficResetAt", clock.now()).put("lastTriggeredThreshold", 0);
        touch(user);
        if (limited) {
            user.put("status", "ACTIVE");
            tell("user.enabled", user);
        }
        tell("user.traffic_reset", user);
        return store.view(user);
    }

    @CanIgnoreReturnValue
    JsonObject revoke(JsonObject user, JsonObject wish) {
        factory.renewKeys(user);
        if (!wish.getBoolean("revokeOnlyPasswords", false)) {
            factory.renewLink(user, Optional.ofNullable(wish.getString("shortUuid")));
        }
        user.put("subRevokedAt", clock.now());
        touch(user);
        tell("user.revoked", user);
        return store.view(user);
    }

    /** From the later of now and the present end; DISABLED and LIMITED stay what they are. */
    JsonObject extend(JsonObject user, long days) {
        Instant end = Instant.parse(user.getString("expireAt"));
        Instant from = end.isAfter(clock.instant()) ? end : clock.instant();
        user.put("expireAt", SandboxClock.iso(from.plus(Duration.ofDays(days))));
        if (is(user, "EXPIRED")) {
            user.put("status", "ACTIVE");
        }
        touch(user);
        tell("user.modified", user);
        return store.view(user);
    }

    void delete(JsonObject user) {
        store.remove(user);
        tell("user.deleted", user);
    }

    void touch(JsonObject user) {
        user.put("updatedAt", clock.now());
    }

    void tell(String event, JsonObject user) {
        webhooks.user(event, store.view(user), Optional.empty());
    }

    JsonObject mustHave(String username) {
        return store.by("username", username).orElseThrow(PanelError.A063::refusal);
    }

    String firstNode() {
        return infrastructure.nodes().keySet().stream().findFirst().orElse("");
    }

    static boolean is(JsonObject user, String status) {
        return status.equals(user.getString("status"));
    }
}
