package io.cybervpn.presentation.identity;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.not;

import io.cybervpn.presentation.shared.ShopClock;
import io.cybervpn.presentation.shared.ShopWorld;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** R37, R38, R39, R231, R233. */
@QuarkusTest
class SessionTest {
    @Inject ShopClock clock;
    @Inject StaffMembers staff;

    @AfterEach
    void put_the_clock_back() {
        clock.reset();
    }

    private static String firstRefreshToken() {
        return Logins.register(Logins.freshEmail()).extract().path("tokens.refreshToken");
    }

    private static String renewed(String token) {
        return Logins.refresh(token).statusCode(200).extract().path("refreshToken");
    }

    private static void refused(String token) {
        Logins.refresh(token).statusCode(401).body("code", equalTo("refresh_token_invalid"));
    }

    @Test
    void the_right_password_opens_a_session() {
        String email = Logins.freshEmail();
        Logins.register(email);
        Logins.logIn(email.toUpperCase(java.util.Locale.ROOT), Logins.PASSWORD)
                .statusCode(200)
                .header("Cache-Control", "no-store")
                .body("account.email", equalTo(email));
    }

    @Test
    void a_wrong_password_and_an_unknown_email_look_alike() {
        String email = Logins.freshEmail();
        Logins.register(email);
        Map<String, Object> wrong = refusal(Logins.logIn(email, "wrong password"));
        Map<String, Object> unknown = refusal(Logins.logIn(Logins.freshEmail(), "wrong password"));
        assertThat(wrong).isEqualTo(unknown).containsEntry("code", "wrong_credentials");
        Logins.post("login", Map.of()).statusCode(401);
    }

    private static Map<String, Object> refusal(ValidatableResponse response) {
        Map<String, Object> body = response.statusCode(401).extract().path("$");
        body.remove("requestId");
        return body;
    }

    @Test
    void guessing_is_slowed_down() {
        String nobody = Logins.freshEmail();
        List<ValidatableResponse> answers =
                IntStream.range(0, 12).mapToObj(i -> Logins.logIn(nobody, "guess " + i)).toList();
        answers.subList(0, 5).forEach(answer -> answer.statusCode(401));
        answers.stream()
                .filter(answer -> answer.extract().statusCode() != 401)
                .findFirst()
                .orElseThrow()
                .statusCode(429)
                .body("code", equalTo("too_many_requests"))
                .body("retryable", equalTo(true))
                .header("Retry-After", Integer::parseInt, greaterThanOrEqualTo(1));
    }

    @Test
    void refresh_tokens_rotate() {
        String first = firstRefreshToken();
        String second = renewed(first);
        Logins.refresh(second).statusCode(200).body("refreshToken", not(equalTo(second)));
    }

    @Test
    void two_tabs_that_renew_at_once_both_go_on() {
        String first = firstRefreshToken();
        List<String> tokens =
                IntStream.range(0, 8)
                        .mapToObj(_ -> CompletableFuture.supplyAsync(() -> renewed(first)))
                        .toList()
                        .stream()
                        .map(CompletableFuture::join)
                        .toList();
        assertThat(tokens).doesNotHaveDuplicates();
        tokens.forEach(SessionTest::renewed);
    }

    @Test
    void a_used_token_after_its_grace_ends_the_family() {
        String first = firstRefreshToken();
        String second = renewed(first);
        clock.advance(Duration.ofSeconds(11));
        refused(first);
        refused(second);
    }

    /** R233: its owner hears of it once, and sees it. */
    @Test
    void the_owner_is_told_once_that_somebody_else_had_his_session() {
        String email = Logins.freshEmail();
        var login = Logins.register(email).extract();
        String first = login.path("tokens.refreshToken");
        String second = renewed(first);
        clock.advance(Duration.ofSeconds(11));
        refused(first);
        refused(first);
        refused(second);
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(warningsTo(email)).isEqualTo(1));
        clock.reset();
        List<String> seen =
                given().auth()
                        .oauth2(
                                Logins.logIn(email, Logins.PASSWORD)
                                        .extract()
                                        .path("tokens.accessToken"))
                        .get("/api/v1/account/activity")
                        .path("items.type");
        assertThat(seen.stream().filter("refresh_token_reused"::equals)).hasSize(1);
        assertThat(warningsTo(email)).isEqualTo(1);
    }

    private static long warningsTo(String email) {
        return ShopWorld.sandbox().mails().to(email).stream()
                .filter(mail -> mail.text().contains("ended that session"))
                .count();
    }

    @Test
    void a_token_expires_after_seven_days() {
        String first = firstRefreshToken();
        clock.advance(Duration.ofDays(7));
        refused(first);
    }

    @Test
    void no_session_of_a_customer_outlives_ninety_days_however_often_it_is_renewed() {
        String token = firstRefreshToken();
        for (int week = 1; week <= 14; week++) {
            clock.advance(Duration.ofDays(6));
            token = renewed(token);
        }
        clock.advance(Duration.ofDays(6));
        refused(token);
    }

    @Test
    void a_session_of_staff_ends_after_an_idle_hour_and_after_half_a_day_of_work() {
        String email = staff.withRole("viewer").email();
        String idle = refreshTokenOf(email);
        clock.advance(Duration.ofMinutes(59));
        idle = renewed(idle);
        clock.advance(Duration.ofMinutes(60));
        refused(idle);

        String busy = refreshTokenOf(email);
        for (int step = 1; step <= 14; step++) {
            clock.advance(Duration.ofMinutes(50));
            busy = renewed(busy);
        }
        clock.advance(Duration.ofMinutes(20));
        refused(busy);
    }

    private static String refreshTokenOf(String email) {
        return Logins.logIn(email, Logins.PASSWORD).extract().path("tokens.refreshToken");
    }

    @Test
    void logging_out_ends_the_session_and_may_be_repeated() {
        String first = firstRefreshToken();
        String second = renewed(first);
        Logins.post("logout", Map.of("refreshToken", second)).statusCode(204);
        Logins.post("logout", Map.of("refreshToken", second)).statusCode(204);
        Logins.post("logout", Map.of("refreshToken", "garbage")).statusCode(204);
        refused(second);
    }

    @Test
    void garbage_is_no_refresh_token() {
        refused("garbage");
        refused("");
        Logins.post("refresh", Map.of("refreshToken", List.of(1))).statusCode(400);
    }

    @Test
    void nobody_gets_in_with_a_missing_garbled_forged_or_expired_token() {
        given().get("/api/v1/me").then().statusCode(401).body("code", equalTo("unauthorized"));
        me("garbage");
        String token = Logins.newCustomer();
        me(token.substring(0, token.length() - 4) + "AAAA");
        me(unsigned(token));
        clock.advance(Duration.ofHours(-1));
        me(Logins.newCustomer());
    }

    private static void me(String badToken) {
        given().auth()
                .oauth2(badToken)
                .get("/api/v1/me")
                .then()
                .statusCode(401)
                .contentType("application/problem+json")
                .body("code", equalTo("unauthorized"));
    }

    /** The same claims under {@code "alg": "none"}. */
    private static String unsigned(String token) {
        String[] parts = token.split("\\.");
        String header =
                java.util.Base64.getUrlEncoder()
                        .withoutPadding()
                        .encodeToString(
                                "{\"alg\":\"none\",\"typ\":\"JWT\"}"
                                        .getBytes(java.nio.charset.StandardCharsets.UTF_8));
        return header + "." + parts[1] + ".";
    }

    @Test
    void a_bad_token_does_not_matter_where_none_is_needed() {
        String email = Logins.freshEmail();
        Logins.register(email);
        given().auth()
                .oauth2("garbage")
                .contentType("application/json")
                .body(Map.of("email", email, "password", Logins.PASSWORD))
                .post("/api/v1/auth/login")
                .then()
                .statusCode(200);
    }
}
