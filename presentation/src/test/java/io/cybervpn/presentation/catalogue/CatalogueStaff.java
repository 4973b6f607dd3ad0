package io.cybervpn.presentation.catalogue;

import static io.restassured.RestAssured.given;

import io.cybervpn.presentation.identity.Logins;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
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
        Map<String, Object> body =
                Map.of(
                        "code", freshCode(),
                        "nameI18n", Map.of("en", "Test"),
                        "descriptionI18n", Map.of("en", "For a test"),
                        "sortOrder", 900);
        return staff().body(body).post(PRODUCTS).then().statusCode(201).extract().path("id");
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
