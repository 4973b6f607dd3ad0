package io.cybervpn.sandbox.panel;

import static io.vertx.core.http.HttpMethod.GET;
import static io.vertx.core.http.HttpMethod.PATCH;

import io.cybervpn.sandbox.http.Answer;
import io.cybervpn.sandbox.http.Call;
import io.cybervpn.sandbox.http.SandboxClock;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** /api/system and the answers that never change. */
final class SystemRoutes {

    private static final List<String> CONSTANT =
            List.of(
                    "/api/system/health",
                    "/api/system/nodes/metrics",
                    "/api/subscription-templates",
                    "/api/subscription-page-configs",
                    "/api/hosts/tags",
                    "/api/nodes/tags");

    private final PanelVersion version;
    private final SandboxClock clock;
    private final UserStore store;
    private final Infrastructure infrastructure;
    private final PanelSettings settings;
    private final Usage usage;
    private final Instant started;

    SystemRoutes(PanelVersion version, SandboxClock clock, Parts parts) {
        this.version = version;
        this.clock = clock;
        this.store = parts.store();
        this.infrastructure = parts.infrastructure();
        this.settings = parts.settings();
        this.usage = parts.usage();
        this.started = clock.instant();
    }

    record Parts(
            UserStore store, Infrastructure infrastructure, PanelSettings settings, Usage usage) {}

    void add(PanelRouter router) {
        CONSTANT.forEach(
                path -> router.api(GET, path, call -> PanelRouter.ok(StaticAnswers.of(path))));
        router.api(GET, "/api/system/metadata", call -> PanelRouter.ok(metadata()));
        router.api(GET, "/api/system/stats", call -> PanelRouter.ok(stats()));
        router.api(GET, "/api/system/stats/recap", call -> PanelRouter.ok(recap()));
        router.api(GET, "/api/system/stats/digest", this::digest);
        router.api(GET, "/api/system/stats/http", call -> PanelRouter.ok(http()));
        router.api(GET, "/api/system/tools/x25519/generate", call -> PanelRouter.ok(keys()));
        if (version.isThree()) {
            String path = "/api/system/configuration";
            router.api(GET, path, call -> PanelRouter.ok(StaticAnswers.of(path)));
        }
        router.api(GET, "/api/subscription-settings", call -> PanelRouter.ok(settings.view()));
        router.api(
                PATCH,
                "/api/subscription-settings",
                call -> PanelRouter.ok(settings.patch(call.bodyOrEmpty())));
    }

    private JsonObject metadata() {
        return StaticAnswers.of("/api/system/metadata").put("version", version.text());
    }

    private JsonObject stats() {
        JsonObject stats = StaticAnswers.of("/api/system/stats");
        JsonObject counts = new JsonObject();
        List.of("ACTIVE", "DISABLED", "LIMITED", "EXPIRED")
                .forEach(status -> counts.put(status, count(user -> PanelUsers.is(user, status))));
        stats.put("timestamp", clock.millis())
                .put(
                        "uptime",
                        Duration.between(started, clock.instant()).toMillis() / 1000.0 + 0.01)
                .put(
                        "users",
                        new JsonObject()
                                .put("statusCounts", counts)
                                .put("totalUsers", store.all().size()));
        stats.put(
                "onlineStats",
                new JsonObject()
                        .put("onlineNow", count(user -> online(user, Duration.ofMinutes(2))))
                        .put("lastDay", count(user -> online(user, Duration.ofDays(1))))
                        .put("lastWeek", count(user -> online(user, Duration.ofDays(7))))
                        .put("neverOnline", count(user -> onlineAt(user).isEmpty())));
        return stats.put(
                "nodes",
                new JsonObject()
                        .put("totalOnline", connected())
                        .put("totalBytesLifetime", Long.toString(usage.total())));
    }

    private long connected() {
        return infrastructure.nodes().values().stream()
                .filter(node -> node.getBoolean("isConnected"))
                .count();
    }

    private int count(Predicate<JsonObject> wanted) {
        return store.where(wanted).size();
    }

    private boolean online(JsonObject user, Duration within) {
        return onlineAt(user).filter(at -> at.isAfter(clock.instant().minus(within))).isPresent();
    }

    private static Optional<Instant> onlineAt(JsonObject user) {
        return Optional.ofNullable(user.getJsonObject("userTraffic").getString("onlineAt"))
                .map(Instant::parse);
    }

    private JsonObject recap() {
        String traffic = Long.toString(usage.total());
        int users = store.all().size();
        return new JsonObject()
                .put("thisMonth", new JsonObject().put("users", users).put("traffic", traffic))
                .put(
                        "total",
                        new JsonObject()
                                .put("users", users)
                                .put("nodes", infrastructure.nodes().size())
                                .put("traffic", traffic)
                                .put("nodesRam", "0")
                                .put("nodesCpuCores", 0)
                                .put("distinctCountries", 0))
                .put("version", version.text())
                .put("initDate", SandboxClock.iso(started));
    }

    private Answer digest(Call call) {
        String start = UserFactory.moment(call.query("start").orElse("2000-01-01T00:00:00Z"));
        String end = UserFactory.moment(call.query("end").orElse("2100-01-01T00:00:00Z"));
        int created =
                count(
                        user ->
                                user.getString("createdAt").compareTo(start) >= 0
                                        && user.getString("createdAt").compareTo(end) <= 0);
        return PanelRouter.ok(
                new JsonObject()
                        .put(
                                "users",
                                new JsonObject()
                                        .put("createdCount", created)
                                        .put(
                                                "expiredCount",
                                                count(user -> PanelUsers.is(user, "EXPIRED"))))
                        .put(
                                "traffic",
                                new JsonObject()
                                        .put("totalBytes", Long.toString(usage.total()))
                                        .put("byUsersCreatedInRangeBytes", "0"))
                        .put("hwidDevices", new JsonObject().put("createdCount", 0)));
    }

    /** The sandbox counts no requests; the shape is the panel's. */
    private static JsonObject http() {
        JsonObject route =
                new JsonObject()
                        .put("method", "GET")
                        .put("route", "/api/users/stream")
                        .put("count", 1);
        return new JsonObject().put("routes", new JsonArray().add(route)).put("total", 1);
    }

    private static JsonObject keys() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("X25519");
            JsonArray pairs = new JsonArray();
            for (int i = 0; i < 30; i++) {
                pairs.add(pair(generator.generateKeyPair()));
            }
            return new JsonObject().put("keypairs", pairs);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has X25519", e);
        }
    }

    private static JsonObject pair(KeyPair pair) {
        byte[] scalar =
                ((java.security.interfaces.XECPrivateKey) pair.getPrivate())
                        .getScalar()
                        .orElseThrow();
        String secret = Base64.getUrlEncoder().withoutPadding().encodeToString(scalar);
        return new JsonObject()
                .put("publicKey", Links.publicKeyOf(secret))
                .put("privateKey", secret);
    }
}
