package io.cybervpn.sandbox.panel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.cybervpn.sandbox.Http;
import io.cybervpn.sandbox.Receiver;
import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Our webhooks are signed as the recorded ones are and look like them. */
class PanelWebhooksTest {

    private static Receiver receiver;
    private static RecordedPanel panel;

    @BeforeAll
    static void start() {
        receiver = new Receiver();
        panel = new RecordedPanel("v3", receiver.url());
    }

    @AfterAll
    static void stop() {
        panel.close();
        receiver.close();
    }

    @TestFactory
    Stream<DynamicTest> every_recorded_signature_is_reproduced() {
        return Sample.all("webhooks").stream()
                .map(
                        sample ->
                                dynamicTest(
                                        sample.name(),
                                        () ->
                                                assertThat(signature(sample.content()))
                                                        .isEqualTo(
                                                                recordedSignature(
                                                                        sample.content()))));
    }

    private static String signature(JsonObject recorded) {
        return PanelWebhooks.signature(
                recorded.getString("secret"),
                recorded.getString("rawBody").getBytes(StandardCharsets.UTF_8));
    }

    private static String recordedSignature(JsonObject recorded) {
        return recorded.getJsonObject("headers").getString("X-Remnawave-Signature");
    }

    @TestFactory
    Stream<DynamicTest> every_recorded_event_is_sent_in_its_shape() {
        Map<String, Runnable> causes = causes();
        return Sample.all("webhooks").stream()
                .map(
                        sample ->
                                dynamicTest(
                                        sample.name(),
                                        () -> check(sample, causes.get(sample.name()))));
    }

    private static void check(Sample sample, Runnable cause) {
        if (!sample.name().equals("service.panel_started")) {
            panel.restore();
        }
        cause.run();
        Receiver.Received sent = last(sample.name());
        assertThat(sent.header("Content-Type")).isEqualTo("application/json");
        assertThat(sent.header("User-Agent")).isEqualTo("Remnawave");
        assertThat(sent.header("X-Remnawave-Timestamp"))
                .isEqualTo(sent.json().getString("timestamp"));
        assertThat(sent.header("X-Remnawave-Signature"))
                .isEqualTo(PanelWebhooks.signature(RecordedPanel.SECRET, sent.body()));
        JsonObject recorded = new JsonObject(sample.content().getString("rawBody"));
        assertThat(Shape.differences(recorded, sent.json())).as(sent.json().encode()).isEmpty();
        assertThat(sent.json().getString("scope")).isEqualTo(recorded.getString("scope"));
    }

    private static Receiver.Received last(String event) {
        return receiver.await(1, it -> it.json().getString("event").equals(event)).getLast();
    }

    private static Map<String, Runnable> causes() {
        Map<String, Runnable> causes = new HashMap<>();
        causes.put("service.panel_started", () -> {});
        causes.put("service.login_attempt_success", () -> login(AuthRoutes.PASSWORD));
        causes.put("service.login_attempt_failed", () -> login("wrong"));
        causes.put("service.api_token_created", PanelWebhooksTest::token);
        causes.put("service.api_token_deleted", () -> admin().delete("/api/tokens/" + token()));
        JsonObject node = Sample.of("v3", "nodes-create").request().getJsonObject("body");
        causes.put("node.created", () -> panel.http().post("/api/nodes", node));
        String uuid = Sample.of("v3", "nodes-get").result().getString("uuid");
        causes.put(
                "node.disabled",
                () -> panel.http().post("/api/nodes/" + uuid + "/actions/disable"));
        causes.put(
                "node.enabled", () -> panel.http().post("/api/nodes/" + uuid + "/actions/enable"));
        String devices = "/api/hwid/devices";
        JsonObject device = new JsonObject().put("userId", 2).put("hwid", "device-aaaaaaaa01");
        JsonObject details =
                device.copy()
                        .put("platform", "iOS")
                        .put("osVersion", "18.1")
                        .put("deviceModel", "iPhone 15")
                        .put("userAgent", "Happ/3.4.1")
                        .put("requestIp", "203.0.113.7");
        causes.put("user_hwid_devices.added", () -> panel.http().post(devices, details));
        causes.put(
                "user_hwid_devices.deleted",
                () -> {
                    panel.device("device-cccccccc03", "Android", "v2rayNG/1.9.40");
                    panel.http()
                            .post(
                                    devices + "/delete",
                                    device.copy().put("hwid", "device-cccccccc03"));
                });
        users(causes);
        return causes;
    }

    private static void users(Map<String, Runnable> causes) {
        JsonObject wish =
                new JsonObject()
                        .put("username", "newcomer")
                        .put("expireAt", "2030-01-01T00:00:00Z");
        wish.put(
                "activeInternalSquads",
                Sample.of("v3", "users-create-full")
                        .request()
                        .getJsonObject("body")
                        .getJsonArray("activeInternalSquads"));
        causes.put("user.created", () -> panel.http().post("/api/users", wish));
        causes.put(
                "user.modified",
                () ->
                        panel.http()
                                .patch(
                                        "/api/users",
                                        new JsonObject()
                                                .put("id", 2)
                                                .put("description", "order 43")));
        causes.put("user.deleted", () -> panel.http().delete("/api/users/2"));
        causes.put("user.disabled", () -> act("disable"));
        causes.put(
                "user.enabled",
                () -> {
                    act("disable");
                    act("enable");
                });
        causes.put("user.revoked", () -> act("revoke"));
        causes.put("user.traffic_reset", () -> act("reset-traffic"));
        moreUsers(causes);
    }

    private static void moreUsers(Map<String, Runnable> causes) {
        causes.put(
                "user.first_connected",
                () -> control("users/alice_01/traffic", new JsonObject().put("bytes", 5)));
        causes.put("user.limited", () -> traffic(107_374_182_400L));
        causes.put("user.bandwidth_usage_threshold_reached", () -> traffic(70_374_182_400L));
        causes.put("user.expired", () -> control("users/zoneless/expire", new JsonObject()));
        causes.put(
                "user.expiration",
                () -> event("user.expiration", new JsonObject().put("expiration", -24)));
        causes.put(
                "user.not_connected",
                () ->
                        event(
                                "user.not_connected",
                                new JsonObject().put("notConnectedAfterHours", 6)));
    }

    private static Http admin() {
        panel.parts().access.acceptAdmin("an admin");
        return panel.http()
                .with("Authorization", "Bearer an admin")
                .with("X-Remnawave-Client-Type", "browser");
    }

    private static String token() {
        JsonObject wish = Sample.of("v3", "tokens-create-scoped").request().getJsonObject("body");
        return admin().post("/api/tokens", wish).response().getString("uuid");
    }

    private static void login(String password) {
        JsonObject wish = new JsonObject().put("username", "admin").put("password", password);
        panel.http().post("/api/auth/login", wish);
    }

    private static void act(String name) {
        assertThat(panel.http().post("/api/users/2/actions/" + name).status()).isEqualTo(200);
    }

    private static void control(String path, JsonObject body) {
        assertThat(panel.http().post("/_sandbox/" + path, body).status()).isEqualTo(200);
    }

    private static void traffic(long bytes) {
        control("users/alice_01/traffic", new JsonObject().put("bytes", bytes));
        control("watchdogs", new JsonObject());
    }

    private static void event(String event, JsonObject meta) {
        control("users/zoneless/events", new JsonObject().put("event", event).put("meta", meta));
    }

    @Test
    void what_is_never_taken_is_tried_four_times_with_the_same_bytes_and_dropped() {
        try (Receiver unwilling = new Receiver().answering(n -> 500);
                RecordedPanel other = new RecordedPanel("v3", unwilling.url())) {
            var tries = unwilling.await(4);

            assertThat(tries)
                    .allSatisfy(it -> assertThat(it.body()).isEqualTo(tries.getFirst().body()));
            assertThat(tries)
                    .extracting(it -> it.header("X-Remnawave-Signature"))
                    .containsOnly(tries.getFirst().header("X-Remnawave-Signature"));
            other.world()
                    .panel()
                    .webhooks()
                    .send("last", Map.of(), io.vertx.core.buffer.Buffer.buffer("{}"));
            unwilling.await(8);
            assertThat(Optional.of(unwilling.received().size())).contains(8);
        }
    }
}
