package io.cybervpn.presentation.provisioning;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.cybervpn.domain.provisioning.model.PanelUsername;
import io.cybervpn.presentation.provisioning.Customers.Customer;
import io.cybervpn.presentation.shared.ShopWorld;
import io.cybervpn.sandbox.SandboxSettings;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** R121–R125: pushes of the panel over HTTP, good and bad. */
@QuarkusTest
class PanelPushTest {
    private static final String PATH = "/api/v1/webhooks/remnawave";

    @Inject Customers customers;
    @Inject Pool pool;

    private static String push(String scope, String event, String username, Instant at) {
        JsonObject data = new JsonObject().put("username", username).put("id", 1);
        return new JsonObject()
                .put("scope", scope)
                .put("event", event)
                .put("timestamp", at.toString())
                .put("data", data)
                .put("nonce", UUID.randomUUID().toString())
                .encode();
    }

    private static int send(String body, String signature) {
        return given().contentType("application/json")
                .header("User-Agent", "Remnawave")
                .header("X-Remnawave-Signature", signature)
                .body(body.getBytes(StandardCharsets.UTF_8))
                .post(PATH)
                .statusCode();
    }

    private static String signed(String body) {
        return hmac(ShopWorld.PANEL_WEBHOOK_SECRET, body);
    }

    private static String hmac(String secret, String body) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal(body.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static String sha256(String body) {
        try {
            byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private List<String> stored(String body) {
        var rows =
                pool.preparedQuery(
                                "select status || ':' || coalesce(note, '') from inbox"
                                        + " where source = 'remnawave' and dedupe_key = $1")
                        .execute(Tuple.of(sha256(body)))
                        .await()
                        .indefinitely();
        return Stream.iterate(rows.iterator(), it -> it.hasNext(), it -> it)
                .map(it -> it.next().getString(0))
                .toList();
    }

    @Test
    void twenty_copies_at_once_are_one_row() throws Exception {
        String body = push("user", "user.modified", "somebody", Instant.now());
        String signature = signed(body);
        try (ExecutorService threads = Executors.newFixedThreadPool(20)) {
            List<Future<Integer>> answers =
                    Stream.generate(() -> threads.submit(() -> send(body, signature)))
                            .limit(20)
                            .toList();
            for (Future<Integer> answer : answers) {
                assertThat(answer.get()).isEqualTo(200);
            }
        }

        assertThat(stored(body)).hasSize(1);
    }

    @Test
    void what_is_not_the_panels_is_refused_and_not_stored() {
        String fresh = push("user", "user.modified", "somebody", Instant.now());
        Instant longAgo = Instant.now().minus(Duration.ofMinutes(11));
        String stale = push("user", "user.modified", "somebody", longAgo);
        String timeless = "{\"scope\":\"user\",\"event\":\"user.modified\"}";
        String another = hmac("another-secret-of-32-characters-0", fresh);

        assertThat(send(fresh, another)).isEqualTo(401);
        assertThat(send(fresh, "")).isEqualTo(401);
        assertThat(send(fresh + " ", signed(fresh))).isEqualTo(401);
        assertThat(send(stale, signed(stale))).isEqualTo(401);
        assertThat(send(timeless, signed(timeless))).isEqualTo(401);
        assertThat(send("nonsense", signed("nonsense"))).isEqualTo(401);
        given().body(fresh)
                .contentType("application/json")
                .post(PATH)
                .then()
                .statusCode(401)
                .contentType("application/problem+json")
                .body("code", equalTo("webhook_refused"));

        assertThat(stored(fresh)).isEmpty();
        assertThat(stored(stale)).isEmpty();
    }

    @Test
    void an_event_that_nobody_knows_is_stored_and_ignored() {
        String body = push("moon", "moon.rose", "somebody", Instant.now());

        assertThat(send(body, signed(body))).isEqualTo(200);

        Awaitility.await()
                .untilAsserted(() -> assertThat(stored(body)).containsExactly("ignored:moon.rose"));
        given().get("/q/metrics").then().statusCode(200);
    }

    @Test
    void a_failed_login_at_the_panel_is_flagged_and_its_password_stored_nowhere() {
        String password = "typed-" + UUID.randomUUID();
        JsonObject attempt =
                new JsonObject()
                        .put("username", "admin")
                        .put("password", password)
                        .put("ip", "203.0.113.7");
        String body =
                new JsonObject(push("service", "service.login_attempt_failed", "", Instant.now()))
                        .put("data", new JsonObject().put("loginAttempt", attempt))
                        .encode();

        assertThat(send(body, signed(body))).isEqualTo(200);
        assertThat(send(body, signed(body))).isEqualTo(200);

        String kept = body.replace(password, "[removed]");
        Awaitility.await()
                .untilAsserted(
                        () ->
                                assertThat(stored(kept))
                                        .containsExactly("flagged:service.login_attempt_failed"));
        assertThat(storedBodies(password)).isZero();
        assertThat(stored(body)).isEmpty();
    }

    private long storedBodies(String text) {
        return pool.preparedQuery("select count(*) from inbox where body like '%' || $1 || '%'")
                .execute(Tuple.of(text))
                .await()
                .indefinitely()
                .iterator()
                .next()
                .getLong(0);
    }

    @Test
    void a_user_that_was_deleted_on_the_panel_is_made_again() {
        Customer customer = customers.granted();
        String name = PanelUsername.of(customer.access()).text();
        long first = panelId(name);
        given().baseUri("http://127.0.0.1")
                .port(ShopWorld.sandbox().panelUrl().getPort())
                .auth()
                .oauth2(SandboxSettings.PANEL_TOKEN)
                .header("X-Forwarded-For", "127.0.0.1")
                .header("X-Forwarded-Proto", "https")
                .delete("/api/users/" + first)
                .then()
                .statusCode(204);

        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .ignoreExceptions()
                .until(() -> panelId(name) != first);

        customers.awaitStatus(customer.access(), "ready");
    }

    private static long panelId(String name) {
        return ShopWorld.sandbox().panel().users().byUsername(name).orElseThrow().getLong("id");
    }
}
