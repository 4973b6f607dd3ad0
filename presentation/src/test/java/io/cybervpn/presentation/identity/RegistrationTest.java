package io.cybervpn.presentation.identity;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.notNullValue;

import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** R36. */
@QuarkusTest
class RegistrationTest {
    @Test
    void a_customer_registers_and_is_logged_in() {
        String email = Logins.freshEmail();
        String token =
                Logins.register(email)
                        .header("Cache-Control", "no-store")
                        .body("account.email", equalTo(email))
                        .body("account.kind", equalTo("customer"))
                        .body("account.status", equalTo("active"))
                        .body("account.locale", equalTo("en"))
                        .body("account.id", notNullValue())
                        .body("tokens.tokenType", equalTo("Bearer"))
                        .body("tokens.expiresInSeconds", equalTo(900))
                        .body("tokens.refreshToken", notNullValue())
                        .extract()
                        .path("tokens.accessToken");
        given().auth()
                .oauth2(token)
                .get("/api/v1/me")
                .then()
                .statusCode(200)
                .body("email", equalTo(email))
                .body("permissions", equalTo(List.of()));
    }

    @Test
    void the_first_answer_says_the_same_time_as_later_ones() {
        var first = Logins.register(Logins.freshEmail());
        String createdAt = first.extract().path("account.createdAt");
        String token = first.extract().path("tokens.accessToken");
        given().auth().oauth2(token).get("/api/v1/me").then().body("createdAt", equalTo(createdAt));
    }

    @Test
    void the_language_is_the_wished_one() {
        given().contentType("application/json")
                .header("Accept-Language", "pt-br,en;q=0.5")
                .body(Map.of("email", Logins.freshEmail(), "password", Logins.PASSWORD))
                .post("/api/v1/auth/register")
                .then()
                .statusCode(201)
                .body("account.locale", equalTo("pt-BR"));
    }

    @Test
    void another_spelling_of_a_taken_email_is_refused() {
        String email = Logins.freshEmail();
        Logins.register(email).body("account.email", equalTo(email));
        Logins.register(" " + email.toUpperCase(java.util.Locale.ROOT), Logins.PASSWORD)
                .statusCode(409)
                .contentType("application/problem+json")
                .body("code", equalTo("email_taken"))
                .body("retryable", equalTo(false));
    }

    @Test
    void of_many_at_once_one_gets_the_email() {
        String email = Logins.freshEmail();
        List<Integer> answers =
                IntStream.range(0, 8)
                        .mapToObj(_ -> CompletableFuture.supplyAsync(() -> status(email)))
                        .toList()
                        .stream()
                        .map(CompletableFuture::join)
                        .toList();
        assertThat(answers).containsOnlyOnce(201).containsOnly(201, 409);
    }

    private static int status(String email) {
        return Logins.register(email, Logins.PASSWORD).extract().statusCode();
    }

    @Test
    void all_that_is_wrong_is_said_at_once() {
        Logins.post(
                        "register",
                        Map.of("email", "nobody", "password", "short", "locale", "not a tag"))
                .statusCode(400)
                .body("code", equalTo("validation_failed"))
                .body("errors.pointer", containsInAnyOrder("/email", "/password", "/locale"))
                .body("errors.code", hasItem("too_short"));
        Logins.post("register", Map.of())
                .statusCode(400)
                .body("errors.pointer", containsInAnyOrder("/email", "/password"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{                                                     | malformed_json",
                "not json                                              | malformed_json",
                "{\"email\": {\"a\": 1}, \"password\": \"12345678\"}   | validation_failed",
                "{\"email\": \"a@b.cd\", \"password\": [1, 2]}         | validation_failed",
                "{\"email\": \"a@b.cd\", \"role\": \"admin\"}          | validation_failed",
                "null                                                  | validation_failed",
            })
    void what_is_not_the_expected_json_is_refused(String body, String code) {
        given().contentType("application/json")
                .body(body)
                .post("/api/v1/auth/register")
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("code", equalTo(code));
    }
}
