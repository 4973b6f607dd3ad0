package io.cybervpn.presentation.identity;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** R239: guessing over HTTP, by clients of many addresses. */
@QuarkusTest
class GuessingTest {
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
}
