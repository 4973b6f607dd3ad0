package io.cybervpn.presentation.identity;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.cybervpn.presentation.shared.ShopWorld;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** R239: guessing over HTTP, by clients of many addresses. */
@QuarkusTest
class GuessingTest {
    private static final String NEW_PASSWORD = "quite another long password";
    private static final String DEVICE = "device-0123456789-";

    private static Response logIn(String email, String password, String address, String device) {
        return given().contentType("application/json")
                .header("X-Client", "mobile")
                .header("X-Forwarded-For", address)
                .header("X-Device", device)
                .body(Map.of("email", email, "password", password))
                .post("/api/v1/auth/login");
    }

    private static Response guess(String email, int stranger) {
        String address = "198.51." + stranger + ".7";
        return logIn(email, "guess " + stranger, address, "stranger-0123456789-" + stranger);
    }

    private static long statusOf(List<Integer> statuses, int wanted) {
        return statuses.stream().filter(status -> status == wanted).count();
    }

    @Test
    void a_storm_from_everywhere_is_slowed_down_and_does_not_keep_the_owner_out() {
        String email = Logins.freshEmail();
        Logins.register(email);
        assertThat(logIn(email, Logins.PASSWORD, "192.0.2.20", DEVICE + "a").statusCode())
                .isEqualTo(200);
        List<Integer> storm =
                IntStream.range(0, 40)
                        .mapToObj(
                                i ->
                                        CompletableFuture.supplyAsync(
                                                () -> guess(email, i).statusCode()))
                        .toList()
                        .stream()
                        .map(CompletableFuture::join)
                        .toList();
        assertThat(storm).containsOnly(401, 429);
        assertThat(statusOf(storm, 401)).as("five, and one for each wait").isBetween(5L, 9L);
        Response refused = guess(email, 99);
        if (refused.statusCode() == 429) {
            assertThat(Integer.parseInt(refused.header("Retry-After"))).isPositive();
        }
        assertThat(logIn(email, Logins.PASSWORD, "192.0.2.77", DEVICE + "x").statusCode())
                .as("from the same network")
                .isEqualTo(200);
        assertThat(logIn(email, Logins.PASSWORD, "203.0.113.5", DEVICE + "a").statusCode())
                .as("with the same device from elsewhere")
                .isEqualTo(200);
    }

    @Test
    void an_email_without_an_account_is_slowed_down_the_same() {
        String nobody = Logins.freshEmail();
        List<Integer> statuses =
                IntStream.range(0, 12).mapToObj(i -> guess(nobody, i).statusCode()).toList();
        assertThat(statuses.subList(0, 5)).containsOnly(401);
        assertThat(statuses).contains(429);
    }

    /** Whatever strangers do: who reads the mail of the account comes in. */
    @Test
    void who_is_at_a_new_place_during_a_storm_comes_in_by_a_code_to_his_mailbox() {
        String email = Logins.freshEmail();
        Logins.register(email);
        String place = "203.0.113.80";
        codeOf(email, 1);
        Logins.post("password/forgot", Map.of("email", email)).statusCode(202);
        String code = codeOf(email, 2);
        IntStream.range(0, 8).forEach(i -> guess(email, i));
        Response reset =
                given().contentType("application/json")
                        .header("X-Forwarded-For", place)
                        .body(Map.of("email", email, "code", code, "password", NEW_PASSWORD))
                        .post("/api/v1/auth/password/reset");
        assertThat(reset.statusCode()).isEqualTo(204);
        assertThat(logIn(email, NEW_PASSWORD, place, DEVICE + "new").statusCode()).isEqualTo(200);
    }

    private static String codeOf(String email, int number) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .until(() -> ShopWorld.sandbox().mails().to(email).size() >= number);
        String text = ShopWorld.sandbox().mails().to(email).get(number - 1).text();
        Matcher digits = Pattern.compile("\\b\\d{6}\\b").matcher(text);
        assertThat(digits.find()).isTrue();
        return digits.group();
    }

    @Test
    void codes_by_mail_are_guessed_at_no_faster() {
        String nobody = Logins.freshEmail();
        List<Integer> statuses =
                IntStream.range(0, 16)
                        .mapToObj(
                                i ->
                                        given().contentType("application/json")
                                                .header("X-Forwarded-For", "198.51.100." + i)
                                                .body(
                                                        Map.of(
                                                                "email",
                                                                nobody,
                                                                "code",
                                                                "00000" + i % 10))
                                                .post("/api/v1/auth/email/verify")
                                                .statusCode())
                        .toList();
        assertThat(statuses.subList(0, 10)).containsOnly(400);
        assertThat(statuses).contains(429);
    }
}
