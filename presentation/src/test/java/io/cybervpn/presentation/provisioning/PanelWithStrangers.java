package io.cybervpn.presentation.provisioning;

import static io.restassured.RestAssured.given;

import io.cybervpn.application.provisioning.imports.RunImports;
import io.cybervpn.sandbox.SandboxSettings;
import io.cybervpn.sandbox.SandboxWorld;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.awaitility.Awaitility;

/** A panel with users who were there before the shop, and what takes them over. */
abstract class PanelWithStrangers extends SecondPanel {
    static final String BASIC = "019b0000-0000-7000-8000-000000000011";
    static final Instant END =
            Instant.now().plus(Duration.ofHours(90)).truncatedTo(ChronoUnit.MILLIS);

    @Inject RunImports runImports;

    static JsonObject made(SandboxWorld world, Map<String, Object> user) {
        JsonObject wish = new JsonObject().put("expireAt", END.toString());
        user.forEach(wish::put);
        String answer =
                given().auth()
                        .oauth2(SandboxSettings.PANEL_TOKEN)
                        .header("X-Forwarded-For", "127.0.0.1")
                        .header("X-Forwarded-Proto", "https")
                        .contentType(ContentType.JSON)
                        .body(wish.encode())
                        .post(world.panelUrl().resolve("/api/users"))
                        .then()
                        .statusCode(201)
                        .extract()
                        .asString();
        return new JsonObject(answer).getJsonObject("response");
    }

    static String fresh(String name) {
        return name + "_" + UUID.randomUUID().toString().substring(0, 8);
    }

    static long telegram() {
        return ThreadLocalRandom.current().nextLong(1L << 40, 1L << 41);
    }

    static ValidatableResponse adopt(String panel, String key, Map<String, Object> wish) {
        Map<String, Object> body = new HashMap<>(wish);
        body.putIfAbsent("planId", BASIC);
        return asStaff()
                .header("Idempotency-Key", key)
                .body(body)
                .post(PANELS + panel + "/adoptions")
                .then();
    }

    String begun(String panel, List<String> names) {
        return adopt(panel, UUID.randomUUID().toString(), Map.of("names", names))
                .statusCode(202)
                .extract()
                .path("importId");
    }

    void work() {
        runImports.execute(new RunImports.Command(100)).await().indefinitely();
    }

    JsonPath done(String job) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .until(
                        () -> {
                            work();
                            return asAdmin()
                                    .get("/api/v1/admin/imports/" + job)
                                    .jsonPath()
                                    .getString("state")
                                    .equals("done");
                        });
        return asAdmin().get("/api/v1/admin/imports/" + job + "/rows").jsonPath();
    }

    Row one(String sql, Object... values) {
        return pool.preparedQuery(sql)
                .execute(Tuple.from(values))
                .await()
                .indefinitely()
                .iterator()
                .next();
    }

    static JsonObject user(SandboxWorld world, String name) {
        return world.panel().users().byUsername(name).orElseThrow();
    }

    static String code(JsonPath rows, String name) {
        return rows.getString("items.find { it.name == '" + name + "' }.code");
    }

    long count(String sql, String id) {
        return one(sql, UUID.fromString(id)).getLong(0);
    }
}
