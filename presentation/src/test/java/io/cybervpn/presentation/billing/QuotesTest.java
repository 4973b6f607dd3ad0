package io.cybervpn.presentation.billing;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** R23: anybody may ask for a price. */
@QuarkusTest
class QuotesTest {
    @Inject TestPlans plans;

    private static ValidatableResponse quote(String body) {
        return given().contentType("application/json").body(body).post("/api/v1/quotes").then();
    }

    private static String wish(String plan, int days, String currency) {
        return """
        {"planId": "%s", "termDays": %d, "currency": "%s"}"""
                .formatted(plan, days, currency);
    }

    @Test
    void a_price_comes_line_by_line_without_a_login() {
        quote(wish(TestPlans.BASIC, 30, "RUB"))
                .statusCode(200)
                .body("planId", equalTo(TestPlans.BASIC))
                .body("termDays", equalTo(30))
                .body("lines", hasSize(1))
                .body("lines[0].kind", equalTo("plan"))
                .body("lines[0].description", equalTo("Basic"))
                .body("lines[0].amount.amount", equalTo("199.00"))
                .body("total.amount", equalTo("199.00"))
                .body("total.currency", equalTo("RUB"));
    }

    @Test
    void each_currency_has_its_own_price_and_its_own_digits() {
        quote(wish(TestPlans.PRO, 365, "USDT")).body("total.amount", equalTo("44.990000"));
        quote(wish(TestPlans.PRO, 365, "XTR")).body("total.amount", equalTo("2250"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"ru", "ru-RU", "de;q=0.5, ru;q=0.9"})
    void lines_are_worded_in_the_callers_language(String language) {
        given().header("Accept-Language", language)
                .contentType("application/json")
                .body(wish(TestPlans.BASIC, 30, "RUB"))
                .post("/api/v1/quotes")
                .then()
                .header("Vary", containsString("Accept-Language"))
                .header("Content-Language", "ru")
                .body("lines[0].description", equalTo("Базовый"));
    }

    @Test
    void a_language_that_nobody_can_read_is_english() {
        given().header("Accept-Language", "!!!;;q=")
                .contentType("application/json")
                .body(wish(TestPlans.BASIC, 30, "RUB"))
                .post("/api/v1/quotes")
                .then()
                .statusCode(200)
                .header("Content-Language", "en")
                .body("lines[0].description", equalTo("Basic"));
    }

    @Test
    void what_is_not_for_sale_has_a_code() {
        quote(wish(UUID.randomUUID().toString(), 30, "RUB"))
                .statusCode(404)
                .body("code", equalTo("plan_not_found"));
        quote(wish(plans.unsold(), 30, "RUB"))
                .statusCode(409)
                .body("code", equalTo("plan_not_on_sale"));
        quote(wish(TestPlans.BASIC, 31, "RUB"))
                .statusCode(422)
                .body("code", equalTo("term_not_offered"));
        quote(wish(TestPlans.BASIC, 30, "TON"))
                .statusCode(422)
                .body("code", equalTo("currency_not_offered"))
                .body("params.currency", equalTo("TON"));
        quote(wish(TestPlans.BASIC, 30, "GOLD"))
                .statusCode(400)
                .body("code", equalTo("currency_unknown"));
        quote(wish(TestPlans.BASIC, 30, "rub"))
                .statusCode(400)
                .body("code", equalTo("currency_unknown"));
    }

    @Test
    void every_bad_field_is_named_at_once() {
        quote("{\"termDays\": 0}")
                .statusCode(400)
                .contentType("application/problem+json")
                .body("code", equalTo("validation_failed"))
                .body("errors.pointer", hasItem("/planId"))
                .body("errors.pointer", hasItem("/termDays"))
                .body("errors.pointer", hasItem("/currency"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "[]",
                "null",
                "\"text\"",
                "{\"planId\": \"no-uuid\", \"termDays\": 30, \"currency\": \"RUB\"}",
                "{\"planId\": 7, \"termDays\": 30, \"currency\": \"RUB\"}",
                "{\"planId\": \"019b0000-0000-7000-8000-000000000011\", \"termDays\": \"long\","
                        + " \"currency\": \"RUB\"}",
                "{\"planId\": \"019b0000-0000-7000-8000-000000000011\", \"termDays\": 30,"
                        + " \"currency\": {\"code\": \"RUB\"}}",
                "{\"planId\": \"019b0000-0000-7000-8000-000000000011\","
                        + " \"termDays\": 99999999999999, \"currency\": \"RUB\"}"
            })
    void what_cannot_be_read_is_a_bad_request(String body) {
        quote(body).statusCode(400).contentType("application/problem+json");
    }
}
