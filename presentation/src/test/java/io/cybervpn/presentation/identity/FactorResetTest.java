package io.cybervpn.presentation.identity;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import io.cybervpn.presentation.identity.StaffMembers.Member;
import io.cybervpn.presentation.shared.ShopClock;
import io.cybervpn.presentation.shared.ShopWorld;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** R234: who has lost his app and his recovery codes is helped by staff, and hears of it. */
@QuarkusTest
class FactorResetTest {
    @Inject StaffMembers staff;
    @Inject ShopClock clock;
    @Inject Pool pool;

    @AfterEach
    void put_the_clock_back() {
        clock.reset();
    }

    private void enable(String token) {
        String secret = post(token, "two-factor/enable", Map.of()).extract().path("secret");
        post(
                        token,
                        "two-factor/verify",
                        Map.of("code", Authenticator.code(secret, clock.instant())))
                .statusCode(200);
    }

    private static ValidatableResponse post(String token, String path, Object body) {
        return given().auth()
                .oauth2(token)
                .contentType("application/json")
                .body(body)
                .post("/api/v1/" + path)
                .then();
    }

    private static ValidatableResponse reset(Member by, String whom) {
        return by.decides().post("/api/v1/admin/" + whom + "/reset-second-factor").then();
    }

    @Test
    void a_customers_lost_factor_is_taken_away_and_he_is_told() {
        String email = Logins.freshEmail();
        var customer = Logins.register(email).extract();
        String token = customer.path("tokens.accessToken");
        String whom = "users/" + customer.path("account.id");
        Member support = staff.withRole("support");
        reset(support, whom).statusCode(409).body("code", equalTo("two_factor_off"));
        enable(token);
        Logins.logIn(email, Logins.PASSWORD).statusCode(401);

        support.asks()
                .post("/api/v1/admin/" + whom + "/reset-second-factor")
                .then()
                .statusCode(400)
                .body("code", equalTo("reason_required"));
        reset(staff.withRole("operator"), whom).statusCode(403);
        reset(support, whom).statusCode(204);
        given().auth().oauth2(token).get("/api/v1/me").then().statusCode(401);
        Logins.logIn(email, Logins.PASSWORD).statusCode(200);
        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .until(
                        () ->
                                ShopWorld.sandbox().mails().to(email).stream()
                                        .anyMatch(mail -> mail.text().contains("second factor")));
        staff.withRole("super_admin")
                .asks()
                .queryParam("objectId", customer.<String>path("account.id"))
                .get("/api/v1/admin/audit")
                .then()
                .body("items.action", hasItem("identity.reset_second_factor"))
                .body("items.reason", hasItem("a decision of a test"));
    }

    @Test
    void lost_passkeys_are_taken_away_too() {
        String email = Logins.freshEmail();
        String whom = "users/" + Logins.register(email).extract().<String>path("account.id");
        PasskeyRows.insert(pool, email);

        reset(staff.withRole("support"), whom).statusCode(204);

        assertThat(PasskeyRows.count(pool, email)).isZero();
        reset(staff.withRole("support"), whom).statusCode(409);
    }

    @Test
    void of_staff_only_who_may_as_much_does_it_with_a_fresh_proof_and_to_another() {
        Member root = staff.withRole("super_admin");
        Member viewer = staff.withRole("viewer");
        enable(viewer.token());
        String whom = "staff/" + viewer.id().value();
        reset(staff.withRole("admin"), whom).statusCode(403).body("code", equalTo("forbidden"));
        reset(root, "users/" + viewer.id().value()).statusCode(404);
        reset(root, "staff/" + root.id().value()).statusCode(409);
        clock.advance(Duration.ofMinutes(10));
        reset(root, whom).statusCode(403).body("code", equalTo("step_up_required"));
        clock.reset();
        reset(root, whom).statusCode(204);
        Logins.logIn(viewer.email(), Logins.PASSWORD).statusCode(200);
    }
}
