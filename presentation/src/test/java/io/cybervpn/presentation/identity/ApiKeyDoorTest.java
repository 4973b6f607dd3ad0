package io.cybervpn.presentation.identity;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import io.cybervpn.application.audit.port.AuditLog;
import io.cybervpn.application.shared.UnitOfWork;
import io.cybervpn.domain.audit.model.AuditRecord;
import io.cybervpn.presentation.identity.KeyMaker.Program;
import io.cybervpn.presentation.identity.StaffMembers.Member;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What an API key opens, for itself and in the name of a customer (R46, R47, R64, R233). */
@QuarkusTest
class ApiKeyDoorTest {
    private static final String ACT_AS = "X-Act-As";

    @Inject StaffMembers staff;
    @Inject KeyMaker keys;
    @Inject AuditLog log;
    @Inject UnitOfWork unitOfWork;

    private static String newCustomer() {
        return Logins.register(Logins.freshEmail()).extract().path("account.id");
    }

    @Test
    void whatever_is_wrong_with_a_key_the_answer_is_the_same() {
        String good = keys.of("users:read").key();
        String far = keys.from("203.0.113.0/24", "users:read").key();
        String mistyped = good.substring(0, good.length() - 1) + "z";
        String other = keys.of("users:read").key();
        String mixed = good.substring(0, 37) + other.substring(37);
        List<String> bodies =
                List.of("cvk_", "cvk_nobody-made-this-key", mistyped, mixed, far).stream()
                        .map(ApiKeyDoorTest::refusal)
                        .toList();
        assertThat(bodies).containsOnly(bodies.getFirst());
        assertThat(
                        keys.from("127.0.0.0/8", "users:read")
                                .asks()
                                .get("/api/v1/admin/users")
                                .statusCode())
                .isEqualTo(200);
    }

    /** R221: staff see which key was tried, and who went beyond his scopes. */
    @Test
    void refusals_are_security_events() {
        Program far = keys.from("203.0.113.0/24", "users:read");
        refusal(far.key());
        Program narrow = keys.of("users:read");
        narrow.asks().get("/api/v1/admin/roles").then().statusCode(403);
        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .untilAsserted(
                        () -> {
                            assertThat(events("key_refused")).contains("api key " + far.id());
                            assertThat(events("forbidden"))
                                    .contains("GET /api/v1/admin/roles by key " + narrow.id());
                        });
    }

    private static List<String> events(String type) {
        return given().auth()
                .oauth2(Logins.admin())
                .get("/api/v1/admin/security-events?limit=200&type=" + type)
                .then()
                .statusCode(200)
                .extract()
                .path("items.detail");
    }

    private static String refusal(String key) {
        Response answer =
                given().auth()
                        .oauth2(key)
                        .header("X-Request-Id", "the-same-of-all")
                        .get("/api/v1/admin/users");
        assertThat(answer.statusCode()).isEqualTo(401);
        return answer.asString();
    }

    @Test
    void a_key_is_let_in_by_its_scopes_where_staff_are_and_nowhere_else() {
        Program program = keys.of("users:read", "users:act_as");
        program.asks().get("/api/v1/admin/users").then().statusCode(200);
        program.asks().get("/api/v1/admin/roles").then().statusCode(403);
        for (String path : List.of("/api/v1/me", "/api/v1/orders", "/api/v1/sessions")) {
            program.asks().get(path).then().statusCode(403).body("code", equalTo("forbidden"));
        }
    }

    @Test
    void the_bot_registers_and_finds_by_its_scopes() {
        Program bot = keys.of("telegram:read", "telegram:write");
        long id = Math.abs(UUID.randomUUID().getMostSignificantBits() % (1L << 50)) + 1;
        String account =
                bot.asks()
                        .body(Map.of("telegramId", id, "firstName", "Anna"))
                        .post("/api/v1/telegram/register")
                        .then()
                        .statusCode(201)
                        .extract()
                        .path("id");
        bot.asks()
                .get("/api/v1/telegram/user/" + id)
                .then()
                .statusCode(200)
                .body("id", equalTo(account));
        keys.of("users:read").asks().get("/api/v1/telegram/user/" + id).then().statusCode(403);
    }

    @Test
    void with_the_scope_a_key_is_the_customer_for_what_is_his() {
        Program bot = keys.of("users:act_as", "users:read");
        String anna = newCustomer();
        bot.asksFor(anna).get("/api/v1/me").then().statusCode(200).body("id", equalTo(anna));
        bot.asksFor(anna).get("/api/v1/orders").then().statusCode(200);
        bot.asksFor(anna.toUpperCase(java.util.Locale.ROOT))
                .get("/api/v1/me")
                .then()
                .statusCode(200)
                .body("permissions.size()", equalTo(0));
    }

    @Test
    void the_bot_orders_for_a_customer_and_nobody_else_sees_the_order() {
        Program bot = keys.of("users:act_as");
        String anna = newCustomer();
        String plan =
                given().get("/api/v1/plans?size=200")
                        .jsonPath()
                        .getString("items.find { it.code == 'basic' }.id");
        String order =
                bot.asksFor(anna)
                        .header("Idempotency-Key", UUID.randomUUID().toString())
                        .body(
                                Map.of(
                                        "planId",
                                        plan,
                                        "termDays",
                                        30,
                                        "currency",
                                        "RUB",
                                        "paymentMethod",
                                        "cryptobot"))
                        .post("/api/v1/orders")
                        .then()
                        .statusCode(201)
                        .extract()
                        .path("id");
        bot.asksFor(anna).get("/api/v1/orders/" + order).then().statusCode(200);
        bot.asksFor(newCustomer()).get("/api/v1/orders/" + order).then().statusCode(404);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v1/sessions",
                "/api/v1/identities",
                "/api/v1/admin/users",
                "/api/v1/admin/staff",
                "/api/v1/telegram/user/1",
                "/api/v1//admin/users",
            })
    void in_a_customers_name_nothing_of_staff_and_none_of_his_ways_in_is_open(String path) {
        keys.ofAllScopes()
                .asksFor(newCustomer())
                .urlEncodingEnabled(false)
                .get(path)
                .then()
                .statusCode(403)
                .body("code", equalTo("forbidden"));
    }

    @Test
    void in_whose_name_is_checked() {
        Program bot = keys.of("users:act_as");
        Member member = staff.withRole("viewer");
        String unknown = UUID.randomUUID().toString();
        for (String nobody : List.of(unknown, member.id().value().toString())) {
            bot.asksFor(nobody)
                    .get("/api/v1/me")
                    .then()
                    .statusCode(404)
                    .body("code", equalTo("act_as_unknown"));
        }
        for (String nonsense : List.of("anna", "1-1-1-1-1", "")) {
            bot.asksFor(nonsense).get("/api/v1/me").then().statusCode(400);
        }
        String anna = newCustomer();
        keys.of("users:read", "users:write")
                .asksFor(anna)
                .get("/api/v1/me")
                .then()
                .statusCode(403)
                .body("code", equalTo("forbidden"));
        staff.withRole("admin")
                .asks()
                .header("X-Reason", "a test")
                .post("/api/v1/admin/users/" + anna + "/block")
                .then()
                .statusCode(204);
        bot.asksFor(anna)
                .get("/api/v1/me")
                .then()
                .statusCode(403)
                .body("code", equalTo("account_blocked"));
    }

    @Test
    void without_a_key_nobody_acts_for_others_anywhere() {
        String anna = newCustomer();
        String token = Logins.admin();
        for (String path : List.of("/api/v1/me", "/api/v1/admin/users", "/api/v1/plans")) {
            given().auth()
                    .oauth2(token)
                    .header(ACT_AS, anna)
                    .get(path)
                    .then()
                    .statusCode(403)
                    .body("code", equalTo("forbidden"));
            given().header(ACT_AS, anna).get(path).then().statusCode(403);
        }
        given().header("Authorization", "Bearer cvk_no")
                .header(ACT_AS, anna)
                .get("/api/v1/me")
                .then()
                .statusCode(401);
    }

    @Test
    void a_deed_of_a_key_is_on_the_trail_under_its_name() {
        Program clerk = keys.of("users:write");
        String anna = newCustomer();
        String request = "key-" + UUID.randomUUID();
        clerk.asks()
                .header("X-Request-Id", request)
                .body(Map.of("locale", "de"))
                .patch("/api/v1/admin/users/" + anna)
                .then()
                .statusCode(200);
        AuditLog.Filter filter =
                new AuditLog.Filter(
                        Optional.empty(),
                        Optional.of("users.edit"),
                        Optional.of("account"),
                        Optional.of(anna),
                        Optional.empty(),
                        Optional.empty());
        AuditRecord row =
                log.page(filter, Optional.empty(), 1).await().indefinitely().getFirst().row();
        assertThat(row.requestId()).contains(request);
        assertThat(row.actor())
                .isEqualTo(
                        new AuditRecord.AuditActor(
                                "api_key", Optional.empty(), Optional.of(clerk.id())));
    }

    @Test
    void a_key_is_never_read_as_a_token_nor_a_token_as_a_key() {
        String token = Logins.newCustomer();
        given().header("Authorization", "bEaReR " + keys.of("users:read").key())
                .get("/api/v1/admin/users")
                .then()
                .statusCode(200);
        given().auth().oauth2(token).get("/api/v1/me").then().statusCode(200);
        given().auth()
                .oauth2("cvk_" + token)
                .get("/api/v1/me")
                .then()
                .statusCode(401)
                .body("detail", not(equalTo("")));
    }
}
