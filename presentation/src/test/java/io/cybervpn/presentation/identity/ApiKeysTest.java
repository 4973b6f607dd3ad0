package io.cybervpn.presentation.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import io.cybervpn.application.audit.port.AuditLog;
import io.cybervpn.presentation.identity.KeyMaker.Program;
import io.cybervpn.presentation.identity.StaffMembers.Member;
import io.cybervpn.presentation.shared.ShopClock;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Staff make, edit, rotate and revoke API keys (R1, R44, R66). */
@QuarkusTest
class ApiKeysTest {
    private static final String KEYS = "/api/v1/admin/api-keys";
    private static final String USERS = "/api/v1/admin/users?size=1";

    @Inject StaffMembers staff;
    @Inject KeyMaker keys;
    @Inject AuditLog log;
    @Inject ShopClock clock;

    private Member root;

    @BeforeEach
    void hire() {
        root = staff.withRole("super_admin");
    }

    @AfterEach
    void put_the_clock_back() {
        clock.reset();
    }

    private static ValidatableResponse create(Member by, Map<String, Object> body) {
        return by.asks().body(body).post(KEYS).then();
    }

    private static int status(String key) {
        return new Program(new UUID(0, 0), key).asks().get(USERS).statusCode();
    }

    private static void awaitStatus(String key, int status) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(10))
                .until(() -> status(key), seen -> seen == status);
    }

    @Test
    void a_key_is_shown_once_and_opens_what_its_scopes_say() {
        var made =
                create(
                                root,
                                Map.of(
                                        "name",
                                        " the bot ",
                                        "scopes",
                                        List.of("users:read", "telegram:write"),
                                        "networks",
                                        List.of("0.0.0.0/0", "::/0"),
                                        "expiresAt",
                                        "2099-01-01T00:00:00Z"))
                        .statusCode(201)
                        .header("Cache-Control", "no-store")
                        .body("key", startsWith("cvk_"))
                        .body("apiKey.name", equalTo("the bot"))
                        .body("apiKey.status", equalTo("active"))
                        .body("apiKey.scopes", contains("telegram:write", "users:read"))
                        .body("apiKey.networks", contains("0.0.0.0/0", "0:0:0:0:0:0:0:0/0"))
                        .body("apiKey.createdBy", equalTo(root.id().value().toString()))
                        .body("apiKey.lastUsedAt", nullValue())
                        .extract()
                        .jsonPath();
        String key = made.getString("key");

        assertThat(status(key)).isEqualTo(200);
        String at = KEYS + "/" + made.getString("apiKey.id");
        assertThat(root.asks().get(at).then().statusCode(200).extract().asString())
                .doesNotContain(key.substring(key.length() - 50));
    }

    @Test
    void its_last_use_is_seen() {
        Program program = keys.of("users:read");
        assertThat(status(program.key())).isEqualTo(200);
        String item = "items.find { it.id == '" + program.id() + "' }";
        Awaitility.await()
                .atMost(Duration.ofSeconds(10))
                .untilAsserted(
                        () ->
                                root.asks()
                                        .get(KEYS)
                                        .then()
                                        .body(item + ".lastUsedAt", notNullValue())
                                        .body(item + ".lastUsedAddress", equalTo("127.0.0.1")));
    }

    @Test
    void a_revoked_key_opens_nothing_and_stays_so() {
        Program program = keys.of("users:read");
        assertThat(status(program.key())).isEqualTo(200);
        for (int times = 0; times < 2; times++) {
            root.asks()
                    .delete(KEYS + "/" + program.id())
                    .then()
                    .statusCode(200)
                    .body("status", equalTo("revoked"))
                    .body("revokedAt", notNullValue());
            assertThat(status(program.key())).isEqualTo(401);
        }
        root.asks()
                .post(KEYS + "/" + program.id() + "/rotate")
                .then()
                .statusCode(409)
                .body("code", equalTo("api_key_revoked"));
        assertThat(trail(program.id())).containsExactly("api_keys.revoke", "api_keys.create");
    }

    private List<String> trail(UUID key) {
        AuditLog.Filter filter =
                new AuditLog.Filter(
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of("api_key"),
                        Optional.of(key.toString()),
                        Optional.empty(),
                        Optional.empty());
        return log.page(filter, Optional.empty(), 10).await().indefinitely().stream()
                .map(row -> row.row().action())
                .toList();
    }

    @Test
    void a_new_secret_takes_over_at_once_or_after_a_while() {
        Program program = keys.of("users:read");
        String rotate = KEYS + "/" + program.id() + "/rotate";
        String second =
                root.asks()
                        .body(Map.of("overlapHours", 24))
                        .post(rotate)
                        .then()
                        .statusCode(200)
                        .body("apiKey.oldSecretUntil", notNullValue())
                        .extract()
                        .path("key");
        assertThat(List.of(status(program.key()), status(second))).containsOnly(200);
        String third = root.asks().post(rotate).then().statusCode(200).extract().path("key");
        assertThat(List.of(status(program.key()), status(second))).containsOnly(401);
        assertThat(status(third)).isEqualTo(200);
        root.asks()
                .body(Map.of("overlapHours", 25))
                .post(rotate)
                .then()
                .statusCode(400)
                .body("errors[0].pointer", equalTo("/overlapHours"));
    }

    @Test
    void an_edit_changes_what_is_given_and_no_more() {
        Program program = keys.of("users:read");
        String at = KEYS + "/" + program.id();
        root.asks()
                .body(Map.of("scopes", List.of("ledger:read"), "version", 1))
                .patch(at)
                .then()
                .statusCode(200)
                .body("name", equalTo("of a test"))
                .body("scopes", contains("ledger:read"))
                .body("version", equalTo(2));
        assertThat(status(program.key())).isEqualTo(403);
        root.asks()
                .body(Map.of("networks", List.of("203.0.113.0/24"), "version", 2))
                .patch(at)
                .then()
                .statusCode(200);
        assertThat(status(program.key())).isEqualTo(401);
        root.asks().body(Map.of("name", "other", "version", 2)).patch(at).then().statusCode(412);
        root.asks().body(Map.of("name", "other")).patch(at).then().statusCode(400);
        root.asks()
                .body(Map.of("version", 1))
                .patch(KEYS + "/" + UUID.randomUUID())
                .then()
                .statusCode(404);
    }

    @Test
    void a_key_ends_by_itself() {
        Program program = keys.until(Instant.now().plusSeconds(2), "users:read");
        awaitStatus(program.key(), 401);
        root.asks().get(KEYS + "/" + program.id()).then().body("status", equalTo("expired"));
    }

    @Test
    void nobody_gives_a_key_what_he_does_not_hold_and_a_key_makes_no_keys() {
        String code = "r" + UUID.randomUUID().toString().replace("-", "");
        root.decides()
                .body(
                        Map.of(
                                "code",
                                code,
                                "name",
                                "Keeper",
                                "permissions",
                                List.of("api_keys:write", "api_keys:read", "users:read")))
                .post("/api/v1/admin/roles")
                .then()
                .statusCode(201);
        Member keeper = staff.withRole(code);
        create(keeper, Map.of("name", "fine", "scopes", List.of("users:read"))).statusCode(201);
        create(keeper, Map.of("name", "more", "scopes", List.of("users:act_as")))
                .statusCode(403)
                .body("code", equalTo("beyond_own_rights"));
        Program strong = keys.of("users:erase");
        String at = KEYS + "/" + strong.id();
        keeper.asks().post(at + "/rotate").then().statusCode(403);
        keeper.asks().body(Map.of("name", "mine", "version", 1)).patch(at).then().statusCode(403);
        keeper.asks().delete(at).then().statusCode(200);

        Program program = keys.ofAllScopes();
        program.asks().get(KEYS).then().statusCode(200).body("items.name", hasItem("of a test"));
        program.asks()
                .body(Map.of("name", "child", "scopes", List.of("users:read")))
                .post(KEYS)
                .then()
                .statusCode(403)
                .body("code", equalTo("forbidden"));
        create(staff.withRole("admin"), Map.of("name", "n", "scopes", List.of("users:read")))
                .statusCode(403);
    }

    /** R235. */
    @Test
    void keys_are_written_with_a_fresh_proof_alone() {
        Program program = keys.of("users:read");
        clock.advance(Duration.ofMinutes(10));
        create(root, Map.of("name", "late", "scopes", List.of("users:read")))
                .statusCode(403)
                .body("code", equalTo("step_up_required"));
        root.asks().delete(KEYS + "/" + program.id()).then().statusCode(403);
        root.asks().get(KEYS).then().statusCode(200);
    }

    @Test
    void the_list_names_all_and_shows_no_secret() {
        Program program = keys.of("users:read");
        root.asks()
                .get(KEYS)
                .then()
                .statusCode(200)
                .body("items.id", hasItem(program.id().toString()))
                .body("items.key", not(hasItem(program.key())));
        root.asks().get(KEYS + "/" + UUID.randomUUID()).then().statusCode(404);
    }
}
