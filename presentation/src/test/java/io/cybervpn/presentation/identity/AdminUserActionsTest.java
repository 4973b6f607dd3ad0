package io.cybervpn.presentation.identity;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;

import io.cybervpn.presentation.identity.StaffMembers.Member;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** R49, R50, R52, R55, R221, R222. */
@QuarkusTest
class AdminUserActionsTest {
    @Inject StaffMembers staff;

    private Member support;
    private String email = "";
    private JsonPath customer;

    @BeforeEach
    void hire_and_register() {
        support = staff.withRole("support");
        email = Logins.freshEmail();
        customer = Logins.register(email).extract().jsonPath();
    }

    private String user(String what) {
        return "/api/v1/admin/users/" + customer.getString("account.id") + what;
    }

    private int me() {
        return given().auth()
                .oauth2(customer.getString("tokens.accessToken"))
                .get("/api/v1/me")
                .statusCode();
    }

    @Test
    void a_blocked_customer_is_out_at_once_until_he_is_let_in() {
        support.asks()
                .post(user("/block"))
                .then()
                .statusCode(400)
                .body("code", equalTo("reason_required"));
        support.asks()
                .header("X-Reason", "abuse of a test")
                .post(user("/block"))
                .then()
                .statusCode(204);
        assertThat(me()).isEqualTo(401);
        Logins.logIn(email, Logins.PASSWORD).statusCode(403);
        Logins.refresh(customer.getString("tokens.refreshToken")).statusCode(401);
        support.asks().get(user("")).then().body("status", equalTo("blocked"));
        support.decides().post(user("/unblock")).then().statusCode(204);
        Logins.logIn(email, Logins.PASSWORD).statusCode(200);
    }

    @Test
    void every_deed_is_in_the_audit_with_its_reason() {
        support.asks()
                .header("X-Reason", "abuse of a test")
                .post(user("/block"))
                .then()
                .statusCode(204);
        staff.withRole("super_admin")
                .asks()
                .queryParam("objectId", customer.getString("account.id"))
                .get("/api/v1/admin/audit")
                .then()
                .statusCode(200)
                .body("items.action", hasItem("users.change_status"))
                .body("items.reason", hasItem("abuse of a test"));
    }

    @Test
    void locale_and_tags_are_edited_and_what_is_missing_stays() {
        support.asks()
                .body(Map.of("locale", "ru", "tags", List.of("vip", "beta")))
                .patch(user(""))
                .then()
                .statusCode(200)
                .body("locale", equalTo("ru"))
                .body("tags", contains("beta", "vip"));
        support.asks()
                .body(Map.of("tags", List.of()))
                .patch(user(""))
                .then()
                .body("tags", hasSize(0));
        support.asks()
                .get(user(""))
                .then()
                .statusCode(200)
                .body("email", equalTo(email))
                .body("locale", equalTo("ru"));
        support.asks().body(Map.of("locale", "%%")).patch(user("")).then().statusCode(400);
        support.asks().body(Map.of("tags", List.of(" "))).patch(user("")).then().statusCode(400);
    }

    @Test
    void notes_are_kept_newest_first_and_removed() {
        support.asks().body(Map.of("text", "first")).post(user("/notes")).then().statusCode(200);
        String id =
                support.asks()
                        .body(Map.of("text", "second"))
                        .post(user("/notes"))
                        .then()
                        .statusCode(200)
                        .body("items.text", contains("second", "first"))
                        .body("items[0].authorId", equalTo(support.id().value().toString()))
                        .extract()
                        .path("items[0].id");
        support.asks().delete(user("/notes/" + id)).then().body("items.text", contains("first"));
        support.asks().delete(user("/notes/" + id)).then().statusCode(404);
        support.asks().body(Map.of("text", "")).post(user("/notes")).then().statusCode(400);
    }

    @Test
    void sessions_are_seen_and_ended_one_or_all() {
        Logins.logIn(email, Logins.PASSWORD).statusCode(200);
        List<String> ids =
                support.asks()
                        .get(user("/sessions"))
                        .then()
                        .statusCode(200)
                        .body("items", hasSize(2))
                        .extract()
                        .path("items.id");
        support.asks().delete(user("/sessions/" + ids.getFirst())).then().statusCode(204);
        support.asks().delete(user("/sessions/" + UUID.randomUUID())).then().statusCode(404);
        support.asks().get(user("/sessions")).then().body("items", hasSize(1));
        support.asks().post(user("/sessions/revoke-all")).then().statusCode(204);
        support.asks().get(user("/sessions")).then().body("items", hasSize(0));
        assertThat(me()).isEqualTo(401);
    }

    @Test
    void members_of_staff_are_no_customers_and_who_only_looks_changes_nothing() {
        String other = "/api/v1/admin/users/" + staff.withRole("viewer").id().value();
        support.asks()
                .header("X-Reason", "by mistake")
                .post(other + "/block")
                .then()
                .statusCode(404);
        support.asks().get(other).then().statusCode(404);
        Member viewer = staff.withRole("viewer");
        viewer.asks().get(user("")).then().statusCode(200);
        viewer.asks()
                .header("X-Reason", "just because")
                .post(user("/block"))
                .then()
                .statusCode(403);
        viewer.asks().body(Map.of("text", "x")).post(user("/notes")).then().statusCode(403);
    }
}
