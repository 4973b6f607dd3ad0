package io.cybervpn.presentation.catalogue;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.cybervpn.presentation.identity.Logins;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;

/** A member of staff at work on the catalogue. */
abstract class CatalogueStaff {
    static final String PLANS = "/api/v1/admin/plans";
    static final String PRODUCTS = "/api/v1/admin/products";

    private String token = "";

    @BeforeEach
    void log_in() {
        token = Logins.admin();
    }

    RequestSpecification staff() {
        return given().auth().oauth2(token).contentType("application/json");
    }

    static String freshCode() {
        return "t" + UUID.randomUUID().toString().replace("-", "");
    }

    String newProduct() {
        return staff().body(product(freshCode()))
                .post(PRODUCTS)
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    static Map<String, Object> product(String code) {
        return Map.of(
                "code",
                code,
                "nameI18n",
                Map.of("en", "Test"),
                "descriptionI18n",
                Map.of("en", "For a test"),
                "sortOrder",
                900);
    }

    /** Both calls at once: one comes through, the other is told that the code is taken. */
    static void assertOneIsRefused(int success, Supplier<Response> one, Supplier<Response> other) {
        CompletableFuture<Response> first = CompletableFuture.supplyAsync(one);
        CompletableFuture<Response> second = CompletableFuture.supplyAsync(other);
        Response[] both = {first.join(), second.join()};
        Response refused = both[0].statusCode() == success ? both[1] : both[0];
        assertThat(both).extracting(Response::statusCode).contains(success);
        refused.then()
                .statusCode(409)
                .contentType("application/problem+json")
                .body("code", equalTo("code_taken"));
    }

    static Map<String, Object> plan(String product, String code) {
        Map<String, Object> plan = new HashMap<>();
        plan.put("productId", product);
        plan.put("code", code);
        plan.put("tier", "pro");
        plan.put("nameI18n", Map.of("en", "Test", "ru", "Тест"));
        plan.put("descriptionI18n", Map.of("en", "For a test"));
        plan.put("trafficLimitBytes", 9_000_000_000_000_000L);
        plan.put("deviceLimit", 3);
        plan.put("serverGroups", List.of("Pro", "Basic"));
        plan.put(
                "terms",
                List.of(
                        Map.of("days", 90, "prices", List.of(price("10.00", "USD"))),
                        Map.of(
                                "days",
                                30,
                                "prices",
                                List.of(price("4", "USD"), price("50", "XTR")))));
        return plan;
    }

    static Map<String, Object> price(String amount, String currency) {
        return Map.of("amount", amount, "currency", currency);
    }

    String newPlan(String product, String code) {
        return staff().body(plan(product, code))
                .post(PLANS)
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    ValidatableResponse edit(String plan, Object patch) {
        return staff().body(patch).patch(PLANS + "/" + plan).then();
    }

    static ValidatableResponse shelf() {
        return given().get("/api/v1/plans?size=200").then();
    }
}
