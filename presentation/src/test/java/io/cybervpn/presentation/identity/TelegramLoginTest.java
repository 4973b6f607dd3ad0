package io.cybervpn.presentation.identity;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import io.cybervpn.presentation.shared.ShopClock;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** R45, R46, R47, R234. */
@QuarkusTest
class TelegramLoginTest {
    @Inject ShopClock clock;

    @AfterEach
    void put_the_clock_back() {
        clock.reset();
    }

    private ValidatableResponse logIn(long id) {
        return Logins.post("telegram", Map.of("initData", InitData.of(id, clock.instant())));
    }

    private static RequestSpecification as(String token) {
        return given().auth().oauth2(token).contentType("application/json");
    }

    @Test
    void the_first_login_makes_the_account_and_the_next_finds_it() {
        long id = InitData.freshId();
        var first =
                logIn(id)
                        .statusCode(201)
                        .header("Cache-Control", "no-store")
                        .body("account.email", nullValue())
                        .body("account.locale", equalTo("ru"))
                        .extract();
        logIn(id).statusCode(200).body("account.id", equalTo(first.path("account.id")));
        as(first.path("tokens.accessToken"))
                .get("/api/v1/identities")
                .then()
                .statusCode(200)
                .body("items", hasSize(1))
                .body("items[0].provider", equalTo("telegram"))
                .body("items[0].subject", equalTo(String.valueOf(id)))
                .body("items[0].shownAs", equalTo("Иван"));
    }

    @Test
    void of_many_first_logins_at_once_one_makes_the_account() {
        long id = InitData.freshId();
        List<String> accounts =
                IntStream.range(0, 6)
                        .mapToObj(_ -> CompletableFuture.supplyAsync(() -> accountOf(id)))
                        .toList()
                        .stream()
                        .map(CompletableFuture::join)
                        .distinct()
                        .toList();
        assertThat(accounts).hasSize(1);
    }

    private String accountOf(long id) {
        return logIn(id).extract().path("account.id");
    }

    @Test
    void what_telegram_did_not_sign_or_long_ago_opens_nothing() {
        long id = InitData.freshId();
        String proof = InitData.of(id, clock.instant());
        String other = proof.replace(String.valueOf(id), String.valueOf(id + 1));
        Logins.post("telegram", Map.of("initData", other))
                .statusCode(401)
                .body("code", equalTo("telegram_proof_invalid"));
        Logins.post("telegram", Map.of())
                .statusCode(400)
                .body("code", equalTo("telegram_proof_malformed"));
        Logins.post("telegram", Map.of("widget", Map.of("id", id, "auth_date", 1, "hash", "ab")))
                .statusCode(401);
        String old = InitData.of(id, clock.instant().minus(Duration.ofHours(25)));
        Logins.post("telegram", Map.of("initData", old))
                .statusCode(401)
                .body("code", equalTo("telegram_proof_expired"));
    }

    @Test
    void a_customer_links_telegram_and_unlinks_it_while_he_has_a_password() {
        String token = Logins.newCustomer();
        long id = InitData.freshId();
        Map<String, String> proof = Map.of("initData", InitData.of(id, clock.instant()));
        String link = link(token, proof).statusCode(200).extract().path("id");
        link(token, proof).statusCode(200).body("id", equalTo(link));
        link(Logins.newCustomer(), proof).statusCode(409).body("code", equalTo("identity_taken"));
        Map<String, String> another =
                Map.of("initData", InitData.of(InitData.freshId(), clock.instant()));
        link(token, another).statusCode(409).body("code", equalTo("identity_occupied"));
        unlink(Logins.newCustomer(), link).statusCode(404);
        unlink(token, link).statusCode(204);
        unlink(token, link).statusCode(404);
        logIn(id).statusCode(201);
    }

    @Test
    void the_last_way_in_stays() {
        String token = logIn(InitData.freshId()).extract().path("tokens.accessToken");
        String link = as(token).get("/api/v1/identities").path("items[0].id");
        unlink(token, link).statusCode(409).body("code", equalTo("last_way_in"));
        unlink(token, UUID.randomUUID().toString()).statusCode(404);
    }

    private static ValidatableResponse link(String token, Map<String, String> proof) {
        return as(token).body(proof).post("/api/v1/identities").then();
    }

    private static ValidatableResponse unlink(String token, String id) {
        return as(token).delete("/api/v1/identities/" + id).then();
    }

    @Test
    void the_bot_registers_and_finds_its_users() {
        long id = InitData.freshId();
        String bot = Logins.admin();
        as(bot).get("/api/v1/telegram/user/" + id).then().statusCode(404);
        Map<String, Object> user = Map.of("telegramId", id, "username", "ivan");
        String account =
                as(bot).body(user)
                        .post("/api/v1/telegram/register")
                        .then()
                        .statusCode(201)
                        .extract()
                        .path("id");
        as(bot).body(user).post("/api/v1/telegram/register").then().statusCode(200);
        as(bot).get("/api/v1/telegram/user/" + id)
                .then()
                .statusCode(200)
                .body("id", equalTo(account));
        logIn(id).statusCode(200).body("account.id", equalTo(account));
        as(bot).body(Map.of("telegramId", -1))
                .post("/api/v1/telegram/register")
                .then()
                .statusCode(400)
                .body("errors[0].pointer", equalTo("/telegramId"));
        String customer = Logins.newCustomer();
        as(customer).get("/api/v1/telegram/user/" + id).then().statusCode(403);
        as(customer).body(user).post("/api/v1/telegram/register").then().statusCode(403);
    }

    @Test
    void a_browser_comes_in_once_the_bot_has_confirmed_its_code_and_only_once() {
        var link =
                Logins.post("deep-link", Map.of())
                        .statusCode(201)
                        .header("Cache-Control", "no-store")
                        .body("url", startsWith("https://t.me/cybervpn_test_bot?start=login_"))
                        .extract();
        String code = link.path("code");
        String secret = link.path("secret");
        poll(code, secret).statusCode(425).body("code", equalTo("deep_link_waiting"));
        poll(code, "another").statusCode(410);
        long id = InitData.freshId();
        confirm(code, id).statusCode(200);
        confirm(code, InitData.freshId()).statusCode(410);
        poll(code, "another").statusCode(410);
        poll(code, secret).statusCode(200).body("tokens.tokenType", equalTo("Bearer"));
        poll(code, secret).statusCode(410).body("code", equalTo("deep_link_gone"));
        logIn(id).statusCode(200);
    }

    @Test
    void a_code_is_worth_nothing_after_five_minutes() {
        var link = Logins.post("deep-link", Map.of()).statusCode(201).extract();
        String code = link.path("code");
        clock.advance(Duration.ofMinutes(6));
        confirm(code, InitData.freshId()).statusCode(410);
        poll(code, link.path("secret")).statusCode(410);
    }

    @Test
    void who_has_a_second_factor_is_asked_for_it_whichever_way_he_comes() {
        long id = InitData.freshId();
        String token = logIn(id).statusCode(201).extract().path("tokens.accessToken");
        String secret = as(token).post("/api/v1/two-factor/enable").path("secret");
        as(token)
                .body(Map.of("code", Authenticator.code(secret, clock.instant())))
                .post("/api/v1/two-factor/verify")
                .then()
                .statusCode(200);

        clock.advance(Duration.ofSeconds(30));
        answered(owed(logIn(id)), secret).statusCode(200);

        clock.advance(Duration.ofSeconds(30));
        var link = Logins.post("deep-link", Map.of()).statusCode(201).extract();
        confirm(link.path("code"), id).statusCode(200);
        answered(owed(poll(link.path("code"), link.path("secret"))), secret).statusCode(200);
    }

    private static String owed(ValidatableResponse login) {
        return login.statusCode(401)
                .body("code", equalTo("two_factor_required"))
                .extract()
                .path("params.challenge");
    }

    private ValidatableResponse answered(String challenge, String secret) {
        return Logins.post(
                "two-factor",
                Map.of(
                        "challenge",
                        challenge,
                        "code",
                        Authenticator.code(secret, clock.instant())));
    }

    private static ValidatableResponse poll(String code, String secret) {
        return Logins.post("deep-link/poll", Map.of("code", code, "secret", secret));
    }

    private static ValidatableResponse confirm(String code, long id) {
        return as(Logins.admin())
                .body(Map.of("code", code, "user", Map.of("telegramId", id)))
                .post("/api/v1/telegram/deep-links/confirm")
                .then();
    }
}
