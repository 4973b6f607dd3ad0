package io.cybervpn.presentation.identity;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.cybervpn.presentation.shared.ShopWorld;
import io.cybervpn.sandbox.smtp.ReceivedMail;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** R36, R40, R41: what is proven by mail. The mails go through a real SMTP server. */
@QuarkusTest
class EmailFlowsTest {
    private static final Pattern CODE = Pattern.compile("\\b\\d{6}\\b");
    private static final String OTHER_PASSWORD = "another long password";

    private static String codeIn(String email, int number) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .until(() -> mailsTo(email).size() >= number);
        Matcher matcher = CODE.matcher(mailsTo(email).get(number - 1).text());
        assertThat(matcher.find()).isTrue();
        return matcher.group();
    }

    private static List<ReceivedMail> mailsTo(String email) {
        return ShopWorld.sandbox().mails().to(email);
    }

    private static RequestSpecification as(String token) {
        return given().auth().oauth2(token).contentType("application/json");
    }

    private static String wrong(String code) {
        return code.equals("000000") ? "000001" : "000000";
    }

    private static Map<String, String> reset(String email, String code) {
        return Map.of("email", email, "code", code, "password", OTHER_PASSWORD);
    }

    @Test
    void an_address_is_verified_once_by_the_code_that_went_there() {
        String email = Logins.freshEmail();
        Logins.register(email);
        String code = codeIn(email, 1);
        Map<String, String> right = Map.of("email", email, "code", code);
        Logins.post("email/verify", Map.of("email", email, "code", wrong(code)))
                .statusCode(400)
                .body("code", equalTo("code_invalid"));
        Logins.post("email/verify", right).statusCode(204);
        Logins.post("email/verify", right).statusCode(400);
        Logins.post("email/verify", Map.of("email", Logins.freshEmail(), "code", code))
                .statusCode(400)
                .body("code", equalTo("code_invalid"));
    }

    @Test
    void five_wrong_guesses_end_a_code() {
        String email = Logins.freshEmail();
        Logins.register(email);
        String code = codeIn(email, 1);
        IntStream.range(0, 5)
                .forEach(
                        _ ->
                                Logins.post(
                                                "email/verify",
                                                Map.of("email", email, "code", wrong(code)))
                                        .statusCode(400));
        Logins.post("email/verify", Map.of("email", email, "code", code)).statusCode(400);
    }

    @Test
    void another_code_makes_the_first_worth_nothing_and_they_are_few() {
        String email = Logins.freshEmail();
        String token = Logins.register(email).extract().path("tokens.accessToken");
        String first = codeIn(email, 1);
        as(token).post("/api/v1/me/email/verification").then().statusCode(202);
        String second = codeIn(email, 2);
        if (!first.equals(second)) {
            Logins.post("email/verify", Map.of("email", email, "code", first)).statusCode(400);
        }
        Logins.post("email/verify", Map.of("email", email, "code", second)).statusCode(204);
        IntStream.range(0, 4).forEach(_ -> as(token).post("/api/v1/me/email/verification"));
        as(token).post("/api/v1/me/email/verification").then().statusCode(429);
    }

    @Test
    void recovery_tells_a_stranger_nothing() {
        String email = Logins.freshEmail();
        Logins.register(email);
        Response known = forgot(email);
        Response unknown = forgot(Logins.freshEmail());
        assertThat(known.statusCode()).isEqualTo(202);
        assertThat(unknown.statusCode()).isEqualTo(known.statusCode());
        assertThat(unknown.asString()).isEqualTo(known.asString());
        assertThat(names(unknown)).isEqualTo(names(known));
        Response wrongCode =
                Logins.post("password/reset", reset(email, "000000")).extract().response();
        Response nobody =
                Logins.post("password/reset", reset(Logins.freshEmail(), "000000"))
                        .extract()
                        .response();
        assertThat(nobody.<String>path("code")).isEqualTo("code_invalid");
        assertThat(wrongCode.<String>path("code")).isEqualTo("code_invalid");
    }

    private static Response forgot(String email) {
        return Logins.post("password/forgot", Map.of("email", email)).extract().response();
    }

    private static List<String> names(Response response) {
        return response.headers().asList().stream()
                .map(header -> header.getName())
                .filter(name -> !name.startsWith("RateLimit"))
                .sorted()
                .toList();
    }

    @Test
    void a_forgotten_password_is_replaced_by_a_code_and_all_sessions_are_over() {
        String email = Logins.freshEmail();
        var login = Logins.register(email).extract();
        codeIn(email, 1);
        assertThat(forgot(email).statusCode()).isEqualTo(202);
        String code = codeIn(email, 2);
        Map<String, String> common = Map.of("email", email, "code", code, "password", "qwertyuiop");
        Logins.post("password/reset", common)
                .statusCode(400)
                .body("errors[0].code", equalTo("common"));
        Logins.post("password/reset", reset(email, code)).statusCode(204);
        Logins.post("password/reset", reset(email, code)).statusCode(400);
        Logins.logIn(email, Logins.PASSWORD).statusCode(401);
        Logins.logIn(email, OTHER_PASSWORD).statusCode(200);
        Logins.refresh(login.path("tokens.refreshToken")).statusCode(401);
        as(login.path("tokens.accessToken")).get("/api/v1/me").then().statusCode(401);
    }

    @Test
    void a_changed_password_ends_the_other_sessions_and_needs_the_old_one() {
        String email = Logins.freshEmail();
        String here = Logins.register(email).extract().path("tokens.accessToken");
        String there = Logins.logIn(email, Logins.PASSWORD).extract().path("tokens.accessToken");
        changePassword(here, "not mine at all")
                .statusCode(400)
                .body("code", equalTo("wrong_password"));
        changePassword(here, Logins.PASSWORD).statusCode(204);
        as(here).get("/api/v1/me").then().statusCode(200);
        as(there).get("/api/v1/me").then().statusCode(401);
        Logins.logIn(email, OTHER_PASSWORD).statusCode(200);
    }

    private static ValidatableResponse changePassword(String token, String old) {
        return as(token)
                .body(Map.of("oldPassword", old, "password", OTHER_PASSWORD))
                .post("/api/v1/me/password")
                .then();
    }

    @Test
    void a_new_address_is_taken_by_its_code_and_the_old_one_hears_of_it() {
        String before = Logins.freshEmail();
        String after = Logins.freshEmail();
        String token = Logins.register(before).extract().path("tokens.accessToken");
        codeIn(before, 1);
        as(token)
                .body(Map.of("email", after, "password", "not mine at all"))
                .post("/api/v1/me/email")
                .then()
                .statusCode(400);
        as(token)
                .body(Map.of("email", after, "password", Logins.PASSWORD))
                .post("/api/v1/me/email")
                .then()
                .statusCode(202);
        String code = codeIn(after, 1);
        as(token)
                .body(Map.of("code", code))
                .post("/api/v1/me/email/confirm")
                .then()
                .statusCode(204);
        as(token).get("/api/v1/me").then().body("email", equalTo(after));
        Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> mailsTo(before).size() == 2);
        Logins.logIn(before, Logins.PASSWORD).statusCode(401);
        Logins.logIn(after, Logins.PASSWORD).statusCode(200);
    }

    @Test
    void a_password_that_everybody_tries_first_is_refused_and_says_why() {
        Logins.register(Logins.freshEmail(), "Password123")
                .statusCode(400)
                .body("errors[0].pointer", equalTo("/password"))
                .body("errors[0].code", equalTo("common"));
    }

    @Test
    void mails_speak_the_language_of_the_account() {
        String email = Logins.freshEmail();
        Logins.post("register", Map.of("email", email, "password", Logins.PASSWORD, "locale", "ru"))
                .statusCode(201);
        codeIn(email, 1);
        assertThat(mailsTo(email).getFirst().text()).contains("Код действует 10 минут");
    }
}
