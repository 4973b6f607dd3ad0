package io.cybervpn.presentation.catalogue;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.emptyOrNullString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** R16, R17, R18, R24, R25, R106: what everybody sees. */
@QuarkusTest
class PlansTest {
    private static ValidatableResponse plans(String query) {
        return given().get("/api/v1/plans?" + query).then();
    }

    private static String ofPlan(String code) {
        return "items.find { it.code == '" + code + "' }";
    }

    @Test
    void a_new_shop_sells_four_tiers() {
        plans("size=200")
                .statusCode(200)
                .contentType("application/json")
                .body("items.code", hasItems("basic", "pro", "ultra", "cyber"))
                .body(ofPlan("pro") + ".tier", equalTo("pro"))
                .body(ofPlan("pro") + ".name", equalTo("Pro"))
                .body(ofPlan("pro") + ".trafficLimitBytes", equalTo(500_000_000_000L))
                .body(ofPlan("pro") + ".trafficReset", equalTo("month_rolling"))
                .body(ofPlan("pro") + ".deviceLimit", equalTo(5))
                .body(ofPlan("pro") + ".serverGroups", contains("Pro"))
                .body(ofPlan("pro") + ".terms.days", contains(30, 90, 180, 365))
                .body(
                        ofPlan("pro") + ".terms[0].prices.collect { it.amount + it.currency }",
                        contains("4.99USD", "399.00RUB", "4.990000USDT", "250XTR"))
                .body(ofPlan("cyber") + ".trafficLimitBytes", nullValue());
    }

    @Test
    void the_shops_order_is_kept() {
        List<String> codes = plans("size=200").extract().path("items.code");
        assertThat(codes).containsSubsequence("basic", "pro", "ultra", "cyber");
    }

    @Test
    void names_are_in_the_best_language_that_is_there() {
        given().header("Accept-Language", "de,ru-RU;q=0.9")
                .get("/api/v1/plans?size=200")
                .then()
                .header("Content-Language", containsString("ru"))
                .header("Vary", containsString("Accept-Language"))
                .body(ofPlan("pro") + ".name", equalTo("Про"));
        given().header("Accept-Language", "fr")
                .get("/api/v1/plans?size=200")
                .then()
                .header("Content-Language", "en")
                .body(ofPlan("pro") + ".name", equalTo("Pro"));
    }

    @Test
    void who_knows_the_answer_is_told_that_it_is_the_same() {
        String etag =
                plans("size=200").header("ETag", not(emptyOrNullString())).extract().header("ETag");
        given().header("If-None-Match", etag)
                .get("/api/v1/plans?size=200")
                .then()
                .statusCode(304)
                .header("ETag", equalTo(etag))
                .body(emptyOrNullString());
        given().header("If-None-Match", etag)
                .header("Accept-Language", "ru")
                .get("/api/v1/plans?size=200")
                .then()
                .statusCode(200);
    }

    @Test
    void one_currency_shows_only_its_prices() {
        plans("currency=XTR&size=200")
                .statusCode(200)
                .body(
                        ofPlan("basic") + ".terms.collectMany { it.prices*.currency }",
                        everyItem(equalTo("XTR")))
                .body(ofPlan("basic") + ".terms[0].prices.amount", contains("150"));
        plans("currency=BTC").statusCode(200).body("items", hasSize(0));
    }

    @Test
    void pages_are_as_everywhere() {
        plans("page=0&size=1")
                .body("items", hasSize(1))
                .body("page.number", equalTo(0))
                .body("page.size", equalTo(1));
        plans("page=10000&size=200&count=false")
                .statusCode(200)
                .body("items", hasSize(0))
                .body("page.total", nullValue());
    }

    @Test
    void a_parameter_that_cannot_be_read_is_named() {
        plans("size=1&page=abc1").statusCode(400).body("errors[0].pointer", equalTo("/page"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "currency=DOGE",
                "currency=rub",
                "size=0",
                "size=1000",
                "page=-1",
                "count=yes",
                "page=abc",
            })
    void what_makes_no_sense_is_refused(String query) {
        plans(query)
                .statusCode(400)
                .contentType("application/problem+json")
                .body("code", equalTo("validation_failed"));
    }
}
