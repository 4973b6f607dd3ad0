package io.cybervpn.presentation.shared;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesPattern;

import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What holds for every route: problem+json, request ids, health, metrics. */
@QuarkusTest
class EdgeTest {
    @Test
    void an_unknown_route_is_a_problem_with_the_callers_request_id() {
        given().header("X-Request-Id", "a-request-of-mine")
                .get("/api/v1/nothing-here")
                .then()
                .statusCode(404)
                .contentType("application/problem+json")
                .header("X-Request-Id", "a-request-of-mine")
                .body("code", equalTo("route_not_found"))
                .body("requestId", equalTo("a-request-of-mine"))
                .body("status", equalTo(404));
    }

    @Test
    void a_request_id_that_is_not_plain_is_replaced() {
        given().header("X-Request-Id", "x'; drop table--")
                .get("/api/v1/nothing-here")
                .then()
                .header("X-Request-Id", matchesPattern("[0-9a-f-]{36}"));
    }

    @Test
    void a_webhook_that_nobody_owns_is_not_found() {
        given().body("{}")
                .contentType("application/json")
                .post("/api/v1/webhooks/nobody")
                .then()
                .statusCode(404)
                .body("code", equalTo("not_found"));
    }

    @Test
    void the_shop_says_that_it_is_ready() {
        given().get("/q/health/ready").then().statusCode(200).body("status", equalTo("UP"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"planId\": 7, \"termDays\": 30, \"currency\": \"RUB\"}",
                "{\"planId\": \"x\", \"termDays\": 30, \"currency\": \"RUB\"}",
                "{\"termDays\": \"30\", \"currency\": \"RUB\"}",
                "{\"termDays\": 30.5, \"currency\": \"RUB\"}",
                "{\"termDays\": 30, \"currency\": 643}",
                "{\"termDays\": true, \"currency\": \"RUB\"}",
                "{\"termDays\": 30, \"currency\": \"RUB\", \"discount\": 100}",
                "{\"termDays\": 30,",
                "[]",
                "30",
                ""
            })
    void a_body_of_wrong_types_is_refused_and_never_repaired(String body) {
        given().contentType("application/json")
                .body(body)
                .post("/api/v1/quotes")
                .then()
                .statusCode(400)
                .contentType("application/problem+json");
    }
}
