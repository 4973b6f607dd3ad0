package io.cybervpn.presentation.identity;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;

import io.cybervpn.presentation.shared.ShopClock;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** R235, R45: what opens an account for others wants its owner, not just his open session. */
@QuarkusTest
class FreshProofTest {
    @Inject ShopClock clock;

    @AfterEach
    void put_the_clock_back() {
        clock.reset();
    }

    private static RequestSpecification as(String token) {
        return given().auth().oauth2(token).contentType("application/json");
    }

    private static ValidatableResponse enable(String token) {
        return as(token).post("/api/v1/two-factor/enable").then();
    }

    private ValidatableResponse stepUp(String token, Object shown) {
        return as(token).body(shown).post("/api/v1/auth/step-up").then();
    }

    private Map<String, Object> telegram(long id) {
        return Map.of("initData", InitData.of(id, clock.instant()));
    }

    private static void refused(ValidatableResponse answer) {
        answer.statusCode(403).body("code", equalTo("step_up_required"));
    }

    @Test
    void a_session_that_was_left_open_gets_no_second_factor_before_the_password() {
        String token = Logins.newCustomer();
        enable(token).statusCode(200);
        clock.advance(Duration.ofMinutes(10));
        refused(enable(token));
        stepUp(token, Map.of("password", "another password")).statusCode(400);
        stepUp(token, Map.of()).statusCode(400).body("code", equalTo("validation_failed"));
        stepUp(token, Map.of("password", Logins.PASSWORD, "code", "123456")).statusCode(400);
        refused(enable(token));
        stepUp(token, Map.of("password", Logins.PASSWORD)).statusCode(200);
        enable(token).statusCode(200);
    }

    @Test
    void who_has_a_second_factor_shows_that_and_nothing_less() {
        String token = Logins.newCustomer();
        String secret = enable(token).extract().path("secret");
        as(token)
                .body(Map.of("code", Authenticator.code(secret, clock.instant())))
                .post("/api/v1/two-factor/verify")
                .then()
                .statusCode(200);
        clock.advance(Duration.ofMinutes(10));
        stepUp(token, Map.of("password", Logins.PASSWORD))
                .statusCode(422)
                .body("code", equalTo("two_factor_code_needed"));
        stepUp(token, Map.of("code", Authenticator.code(secret, clock.instant()))).statusCode(200);
    }

    @Test
    void identities_are_linked_and_unlinked_with_a_fresh_proof_alone() {
        String token = Logins.newCustomer();
        long id = InitData.freshId();
        clock.advance(Duration.ofMinutes(10));
        refused(as(token).body(telegram(id)).post("/api/v1/identities").then());
        stepUp(token, Map.of("password", Logins.PASSWORD)).statusCode(200);
        String link =
                as(token).body(telegram(id)).post("/api/v1/identities").then().extract().path("id");
        clock.advance(Duration.ofMinutes(10));
        refused(as(token).delete("/api/v1/identities/" + link).then());
        as(token).delete("/api/v1/identities/" + UUID.randomUUID()).then().statusCode(404);
        stepUp(token, Map.of("telegram", telegram(id))).statusCode(200);
        as(token).delete("/api/v1/identities/" + link).then().statusCode(204);
    }

    @Test
    void who_has_no_password_shows_telegram_before_he_gets_a_password_or_an_address() {
        long id = InitData.freshId();
        String token = Logins.post("telegram", telegram(id)).extract().path("tokens.accessToken");
        Map<String, Object> old = telegram(id);
        clock.advance(Duration.ofMinutes(11));
        refused(as(token).body(Map.of("password", "a new one")).post("/api/v1/me/password").then());
        Map<String, String> email = Map.of("email", Logins.freshEmail());
        refused(as(token).body(email).post("/api/v1/me/email").then());

        stepUp(token, Map.of("telegram", old))
                .statusCode(401)
                .body("code", equalTo("telegram_proof_expired"));
        stepUp(token, Map.of("telegram", telegram(InitData.freshId())))
                .statusCode(422)
                .body("code", equalTo("identity_not_linked"));
        stepUp(token, Map.of("password", "none")).statusCode(400);
        stepUp(token, Map.of("telegram", telegram(id))).statusCode(200);
        as(token).body(email).post("/api/v1/me/email").then().statusCode(202);
        as(token)
                .body(Map.of("password", "a new one of the test"))
                .post("/api/v1/me/password")
                .then()
                .statusCode(204);
    }
}
