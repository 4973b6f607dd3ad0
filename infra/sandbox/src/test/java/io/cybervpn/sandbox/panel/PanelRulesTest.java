package io.cybervpn.sandbox.panel;

import static org.assertj.core.api.Assertions.assertThat;

import io.cybervpn.sandbox.Http;
import io.cybervpn.sandbox.SandboxSettings;
import io.cybervpn.sandbox.SandboxTempo;
import io.cybervpn.sandbox.SandboxWorld;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Rules of the panel that no single record shows: what follows what. */
class PanelRulesTest {

    private final SandboxWorld world =
            SandboxWorld.start(SandboxSettings.free(), SandboxTempo.quick());
    private final Http panel = Http.panel(world.panelUrl());

    @AfterEach
    void stop() {
        world.close();
    }

    @Test
    void a_user_lives_ends_and_is_revived_by_a_later_end() {
        create("mortal");
        assertThat(panel.post("/_sandbox/users/mortal/expire").json().getString("status"))
                .isEqualTo("EXPIRED");
        assertThat(config("mortal")).contains("Subscription%20expired");

        JsonObject later =
                new JsonObject().put("username", "mortal").put("expireAt", "2031-01-01T00:00:00Z");

        assertThat(panel.patch("/api/users", later).response().getString("status"))
                .isEqualTo("ACTIVE");
        assertThat(config("mortal")).contains("vless://").doesNotContain("expired");
        assertThat(events())
                .containsSubsequence("user.created", "user.expired", "user.modified")
                .doesNotContain("user.enabled");
    }

    @Test
    void used_up_traffic_limits_and_a_higher_limit_or_a_reset_frees() {
        create("eager");
        panel.patch(
                "/api/users",
                new JsonObject().put("username", "eager").put("trafficLimitBytes", 1_000));
        world.panel().addTraffic("eager", 1_000);
        world.panel().runWatchdogs();
        assertThat(status("eager")).isEqualTo("LIMITED");

        panel.patch(
                "/api/users",
                new JsonObject().put("username", "eager").put("trafficLimitBytes", 2_000));
        assertThat(status("eager")).isEqualTo("ACTIVE");

        world.panel().addTraffic("eager", 1_000);
        world.panel().runWatchdogs();
        JsonObject user = world.panel().users().byUsername("eager").orElseThrow();
        JsonObject reset =
                panel.post("/api/users/" + user.getLong("id") + "/actions/reset-traffic")
                        .response();
        assertThat(reset.getString("status")).isEqualTo("ACTIVE");
        assertThat(reset.getJsonObject("userTraffic").getLong("usedTrafficBytes")).isZero();
        assertThat(reset.getJsonObject("userTraffic").getLong("lifetimeUsedTrafficBytes"))
                .isEqualTo(2_000);
        assertThat(events())
                .contains(
                        "user.first_connected",
                        "user.bandwidth_usage_threshold_reached",
                        "user.limited");
    }

    @Test
    void fractions_break_the_panel_and_unknown_fields_do_not() {
        JsonObject wish =
                new JsonObject().put("username", "half").put("expireAt", "2030-01-01T00:00:00Z");

        Http.Reply broken = panel.post("/api/users", wish.copy().put("trafficLimitBytes", 1.5));

        assertThat(broken.status()).isEqualTo(500);
        assertThat(broken.json().getString("errorCode")).isEqualTo("A018");
        assertThat(
                        panel.post(
                                        "/api/users",
                                        wish.put("trafficLimitBytes", 1.0).put("trafic", 1))
                                .status())
                .isEqualTo(201);
    }

    @Test
    void a_revoked_link_dies_and_the_year_2099_has_no_end() {
        JsonObject user = create("renewed");
        panel.patch(
                "/api/users",
                new JsonObject()
                        .put("username", "renewed")
                        .put("expireAt", "2099-12-31T23:59:59Z"));

        JsonObject revoked =
                panel.post("/api/users/" + user.getLong("id") + "/actions/revoke").response();

        assertThat(link(user).status()).isEqualTo(404);
        assertThat(link(revoked).header("subscription-userinfo")).endsWith("expire=0");
        assertThat(revoked.getString("vlessUuid")).isNotEqualTo(user.getString("vlessUuid"));
    }

    @Test
    void nonsense_in_queries_and_bodies_is_a_validation_error() {
        for (String path :
                List.of(
                        "/api/users?size=many",
                        "/api/users/stream?cursor=x",
                        "/api/users/first",
                        "/api/bandwidth-stats/nodes?start=2026-13-01&end=2026-01-01",
                        "/api/bandwidth-stats/nodes?start=2026-02-02&end=2026-01-01")) {
            assertThat(panel.get(path).status()).as(path).isEqualTo(400);
        }
        JsonObject wrong =
                new JsonObject()
                        .put("id", "2")
                        .put("activeInternalSquads", "all")
                        .put("tag", "low");
        JsonArray errors = panel.patch("/api/users", wrong).json().getJsonArray("errors");
        assertThat(errors).hasSize(3);
    }

    @Test
    void without_the_proxys_headers_the_connection_is_closed() {
        assertThat(
                        Http.bare(world.panelUrl())
                                .tried("GET", "/api/system/metadata", Optional.empty()))
                .isEmpty();
        assertThat(
                        Http.bare(world.panelUrl())
                                .with("X-Forwarded-For", "1.1.1.1")
                                .with("X-Forwarded-Proto", "http")
                                .tried("GET", "/api/system/metadata", Optional.empty()))
                .isEmpty();
        assertThat(panel.get("/api/system/metadata/").status()).isEqualTo(200);
    }

    @Test
    void time_moves_and_the_watchdog_sees_it() {
        create("mortal");
        world.panel().clock().advance(Duration.ofDays(3_000));

        world.panel().runWatchdogs();

        assertThat(status("mortal")).isEqualTo("EXPIRED");
    }

    private JsonObject create(String name) {
        JsonObject wish =
                new JsonObject().put("username", name).put("expireAt", "2030-01-01T00:00:00Z");
        wish.put(
                "activeInternalSquads",
                new JsonArray().add(world.panel().squad("Basic").orElseThrow()));
        return panel.post("/api/users", wish).response();
    }

    private String status(String name) {
        return world.panel().users().byUsername(name).orElseThrow().getString("status");
    }

    private String config(String name) {
        JsonObject user = world.panel().users().byUsername(name).orElseThrow();
        return new String(
                java.util.Base64.getDecoder().decode(link(user).text()),
                java.nio.charset.StandardCharsets.UTF_8);
    }

    private Http.Reply link(JsonObject user) {
        return panel.with("User-Agent", "v2rayNG/1.9.40")
                .get("/api/sub/" + user.getString("shortUuid"));
    }

    private List<String> events() {
        return world.panel().webhooks().sent().stream().map(sent -> sent.event()).toList();
    }
}
