package io.cybervpn.presentation.shared.http;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** R243, R245, R246: what every answer carries, and what is not read at all. */
@QuarkusTest
class HttpArmourTest {
    private static final String QUOTES = "/api/v1/quotes";
    private static final String PORTAL = "https://portal.test";

    @ParameterizedTest
    @ValueSource(strings = {"/api/v1/plans", "/api/v1/nothing-here", "/q/health/ready", "/nothing"})
    void every_answer_carries_the_headers_of_security(String path) {
        given().get(path)
                .then()
                .header("Content-Security-Policy", containsString("frame-ancestors 'none'"))
                .header("Content-Security-Policy", containsString("default-src 'none'"))
                .header("X-Frame-Options", equalTo("DENY"))
                .header("X-Content-Type-Options", equalTo("nosniff"))
                .header("Referrer-Policy", equalTo("no-referrer"))
                .header("Strict-Transport-Security", nullValue());
    }

    @Test
    void what_the_api_answers_is_not_kept_by_caches_unless_it_says_so() {
        given().get("/api/v1/me").then().statusCode(401).header("Cache-Control", "no-store");
    }

    @Test
    void a_body_that_is_too_long_is_a_problem() {
        given().contentType("application/json")
                .body("x".repeat(1_100_000))
                .post(QUOTES)
                .then()
                .statusCode(413)
                .contentType("application/problem+json")
                .body("code", equalTo("body_too_large"));
    }

    @Test
    void json_without_end_is_not_followed() {
        for (String body :
                new String[] {
                    "{\"planId\":" + "[".repeat(5000) + "]".repeat(5000) + "}",
                    "{\"planId\":\"" + "x".repeat(200_000) + "\"}",
                    "{\"termDays\":" + "9".repeat(500) + "}",
                    "{\"" + "n".repeat(5000) + "\":1}"
                }) {
            given().contentType("application/json")
                    .body(body)
                    .post(QUOTES)
                    .then()
                    .statusCode(400)
                    .contentType("application/problem+json");
        }
    }

    @Test
    void only_named_origins_may_call_from_a_browser() {
        given().header("Origin", PORTAL)
                .header("Access-Control-Request-Method", "POST")
                .header("Access-Control-Request-Headers", "authorization,idempotency-key")
                .options(QUOTES)
                .then()
                .statusCode(200)
                .header("Access-Control-Allow-Origin", equalTo(PORTAL))
                .header("Access-Control-Allow-Credentials", equalTo("true"));
        for (String origin :
                new String[] {"https://evil.test", "https://portal.test.evil", "null"}) {
            given().header("Origin", origin)
                    .get("/api/v1/plans")
                    .then()
                    .statusCode(403)
                    .header("Access-Control-Allow-Origin", nullValue());
        }
    }

    @Test
    void metrics_are_for_this_machine_or_for_who_knows_the_password() {
        given().get("/q/metrics").then().statusCode(200);
        given().get("/q/health").then().statusCode(200);
        for (String path : new String[] {"/q/metrics", "/q/health", "/q/health/", "/q//metrics"}) {
            given().header("X-Forwarded-For", "127.0.0.1")
                    .urlEncodingEnabled(false)
                    .get(path)
                    .then()
                    .statusCode(401)
                    .header("WWW-Authenticate", containsString("Basic"));
        }
        given().header("X-Forwarded-For", "1.2.3.4").get("/q/health/ready").then().statusCode(200);
    }
}
