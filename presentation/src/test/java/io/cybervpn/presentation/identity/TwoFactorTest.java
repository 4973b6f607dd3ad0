package io.cybervpn.presentation.identity;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;

import io.cybervpn.presentation.shared.ShopClock;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** R234, R235: one-time passwords, recovery codes, and the step up. */
@QuarkusTest
class TwoFactorTest {
    @Inject ShopClock clock;
    @Inject Pool pool;

    private final String email = Logins.freshEmail();
    private String token = "";
    private String secret = "";

    @BeforeEach
    void register() {
        token = Logins.register(email).extract().path("tokens.accessToken");
    }

    @AfterEach
    void put_the_clock_back() {
        clock.reset();
    }

    private ValidatableResponse post(String path, Object body) {
        return given().auth()
                .oauth2(token)
                .contentType("application/json")
                .header("X-Client", "mobile")
                .body(body)
                .post("/api/v1/" + path)
                .then();
    }

    private ValidatableResponse shown(String path, String code) {
        return post(path, Map.of("code", code));
    }

    private List<String> enabled() {
        secret = post("two-factor/enable", Map.of()).statusCode(200).extract().path("secret");
        return shown("two-factor/verify", code()).statusCode(200).extract().path("recoveryCodes");
    }

    /** What an app would show now; each call a step later, since a code is good once. */
    private String code() {
        clock.advance(Duration.ofSeconds(30));
        return Authenticator.code(secret, clock.instant());
    }

    private String challenge() {
        return Logins.logIn(email, Logins.PASSWORD)
                .statusCode(401)
                .body("code", equalTo("two_factor_required"))
                .extract()
                .path("params.challenge");
    }

    private ValidatableResponse answer(String challenge, String code) {
        return post("auth/two-factor", Map.of("challenge", challenge, "code", code));
    }

    private static String claims(String accessToken) {
        return new String(
                Base64.getUrlDecoder().decode(accessToken.split("\\.")[1]), StandardCharsets.UTF_8);
    }

    @Test
    void an_app_gets_the_secret_and_the_database_does_not() {
        String image =
                post("two-factor/enable", Map.of())
                        .statusCode(200)
                        .header("Cache-Control", "no-store")
                        .body("otpauthUri", startsWith("otpauth://totp/CyberVPN:c"))
                        .extract()
                        .path("qrPng");
        assertThat(Base64.getDecoder().decode(image)).startsWith(0x89, 'P', 'N', 'G');
        secret = post("two-factor/enable", Map.of()).extract().path("secret");
        String stored =
                pool.query(
                                "select sealed_secret || recovery from second_factor"
                                        + " order by since desc limit 1")
                        .execute()
                        .await()
                        .indefinitely()
                        .iterator()
                        .next()
                        .getString(0);
        assertThat(stored).doesNotContain(secret);
        shown("two-factor/verify", "000000x").statusCode(422);
        Logins.logIn(email, Logins.PASSWORD).statusCode(200);
    }

    @Test
    void a_login_needs_the_second_factor_and_a_code_is_good_once() {
        enabled();
        String challenge = challenge();
        answer(challenge, "not the code").statusCode(422);
        String code = code();
        String access =
                answer(challenge, code).statusCode(200).extract().path("tokens.accessToken");
        assertThat(claims(access)).contains("\"acr\":\"aal2\"", "proven_at");
        answer(challenge, code())
                .statusCode(401)
                .body("code", equalTo("two_factor_challenge_over"));
        answer(challenge(), code).statusCode(422).body("code", equalTo("two_factor_code_wrong"));
        answer("garbage", code).statusCode(401);
    }

    @Test
    void a_recovery_code_is_good_once() {
        List<String> codes = enabled();
        assertThat(codes)
                .hasSize(10)
                .doesNotHaveDuplicates()
                .allMatch(code -> code.matches("([a-z0-9]{5}-){4}[a-z0-9]{5}"));
        answer(challenge(), codes.getFirst()).statusCode(200);
        answer(challenge(), codes.getFirst()).statusCode(422);
        String typed = codes.getLast().replace("-", " ").toUpperCase(java.util.Locale.ROOT);
        answer(challenge(), typed).statusCode(200);
    }

    @Test
    void a_step_up_renews_the_proof_of_the_session() {
        assertThat(claims(token)).contains("\"acr\":\"aal1\"").doesNotContain("proven_at");
        shown("auth/step-up", "123456").statusCode(422);
        enabled();
        String stepped =
                shown("auth/step-up", code()).statusCode(200).extract().path("accessToken");
        assertThat(claims(stepped)).contains("\"acr\":\"aal2\"", "proven_at");
        given().post("/api/v1/auth/step-up").then().statusCode(401);
    }

    @Test
    void it_is_taken_away_by_showing_it_once_more() {
        enabled();
        post("two-factor/enable", Map.of()).statusCode(409);
        shown("two-factor/disable", "000000").statusCode(422);
        shown("two-factor/disable", code()).statusCode(204);
        Logins.logIn(email, Logins.PASSWORD).statusCode(200);
    }

    @Test
    void guessing_is_slowed_down() {
        enabled();
        for (int i = 0; i < 5; i++) {
            shown("auth/step-up", "guess" + i).statusCode(422);
        }
        shown("auth/step-up", "guess5").statusCode(429);
        shown("auth/step-up", code()).statusCode(200);
    }
}
