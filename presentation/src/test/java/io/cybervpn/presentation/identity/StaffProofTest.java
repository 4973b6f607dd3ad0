package io.cybervpn.presentation.identity;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;

import io.cybervpn.presentation.identity.StaffMembers.Member;
import io.cybervpn.presentation.shared.ShopClock;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** R234, R235: staff work with a second factor, and show it again before what is dangerous. */
@QuarkusTest
class StaffProofTest {
    private static final String ROLES = "/api/v1/admin/roles";

    @Inject StaffMembers staff;
    @Inject ShopClock clock;

    @AfterEach
    void put_the_clock_back() {
        clock.reset();
    }

    private static ValidatableResponse post(String token, String path, Object body) {
        return given().auth()
                .oauth2(token)
                .contentType("application/json")
                .header("X-Reason", "a decision of a test")
                .body(body)
                .post("/api/v1/" + path)
                .then();
    }

    private static ValidatableResponse users(String token) {
        return given().auth().oauth2(token).get("/api/v1/admin/users").then();
    }

    private static Map<String, Object> role() {
        String code = "r" + UUID.randomUUID().toString().replace("-", "");
        return Map.of("code", code, "name", "Of a test", "permissions", List.of());
    }

    @Test
    void a_new_member_of_staff_sets_up_his_second_factor_and_then_works() {
        Member root = staff.withRole("super_admin");
        String email = Logins.freshEmail();
        String invitation =
                post(
                                root.token(),
                                "admin/staff/invitations",
                                Map.of("email", email, "roles", List.of("super_admin")))
                        .statusCode(201)
                        .extract()
                        .path("token");
        given().contentType("application/json")
                .body(Map.of("token", invitation, "password", Logins.PASSWORD))
                .post("/api/v1/setup/invitation")
                .then()
                .statusCode(201);
        String token = Logins.logIn(email, Logins.PASSWORD).extract().path("tokens.accessToken");
        users(token).statusCode(403).body("code", equalTo("two_factor_required"));
        given().auth().oauth2(token).get("/api/v1/me").then().statusCode(200);

        String secret = post(token, "two-factor/enable", Map.of()).extract().path("secret");
        String proven =
                post(token, "two-factor/verify", code(secret))
                        .statusCode(200)
                        .extract()
                        .path("access.accessToken");
        users(proven).statusCode(200);
        post(proven, "admin/roles", role()).statusCode(201);
        Logins.logIn(email, Logins.PASSWORD)
                .statusCode(401)
                .body("code", equalTo("two_factor_required"));
    }

    private Map<String, String> code(String secret) {
        return Map.of("code", Authenticator.code(secret, clock.instant()));
    }

    @Test
    void a_proof_that_is_ten_minutes_old_changes_no_rights_until_it_is_shown_again() {
        Member root = staff.withRole("super_admin");
        String secret = post(root.token(), "two-factor/enable", Map.of()).extract().path("secret");
        post(root.token(), "two-factor/verify", code(secret)).statusCode(200);
        post(root.token(), "admin/roles", role()).statusCode(201);

        clock.advance(Duration.ofMinutes(10));
        users(root.token()).statusCode(200);
        post(root.token(), "admin/roles", role())
                .statusCode(403)
                .body("code", equalTo("step_up_required"));
        String stepped =
                post(root.token(), "auth/step-up", code(secret))
                        .statusCode(200)
                        .extract()
                        .path("accessToken");
        post(stepped, "admin/roles", role()).statusCode(201);
    }

    @ParameterizedTest
    @CsvSource({
        "POST, /api/v1/admin/roles",
        "PUT, /api/v1/admin/roles/{other}",
        "DELETE, /api/v1/admin/roles/{other}",
        "PUT, /api/v1/admin/staff/{id}/roles/viewer",
        "DELETE, /api/v1/admin/staff/{id}/roles/viewer",
        "POST, /api/v1/admin/staff/{id}/disable",
        "POST, /api/v1/admin/staff/{id}/enable",
        "POST, /api/v1/admin/staff/invitations"
    })
    void what_changes_rights_wants_a_fresh_proof_and_a_reason(String method, String path) {
        Member root = staff.withRole("super_admin");
        String filled =
                path.replace("{id}", UUID.randomUUID().toString()).replace("{other}", "other_role");
        Object sent = body(path);
        root.asks()
                .body(sent)
                .request(method, filled)
                .then()
                .statusCode(400)
                .body("code", equalTo("reason_required"));
        clock.advance(Duration.ofMinutes(10));
        root.decides()
                .body(sent)
                .request(method, filled)
                .then()
                .statusCode(403)
                .body("code", equalTo("step_up_required"));
    }

    private static Object body(String path) {
        if (path.startsWith(ROLES)) {
            return Map.of("code", "other", "name", "n", "permissions", List.of(), "version", 1);
        }
        return path.endsWith("invitations")
                ? Map.of("email", "a@shop.test", "roles", List.of("viewer"))
                : Map.of();
    }
}
