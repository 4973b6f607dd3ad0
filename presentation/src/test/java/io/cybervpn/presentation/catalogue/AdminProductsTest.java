package io.cybervpn.presentation.catalogue;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

import io.cybervpn.presentation.identity.Logins;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** R21: what staff edit, and who may. */
@QuarkusTest
class AdminProductsTest extends CatalogueStaff {
    @Test
    void a_product_switched_off_hides_its_plans_at_once() {
        String product = newProduct();
        String code = freshCode();
        String id = newPlan(product, code);
        shelf().body("items.code", hasItem(code));
        staff().body(Map.of("version", 1, "active", false))
                .patch(PRODUCTS + "/" + product)
                .then()
                .statusCode(200)
                .body("active", equalTo(false));
        shelf().body("items.code", not(hasItem(code)));
        staff().get(PLANS + "/" + id)
                .then()
                .body("active", equalTo(true))
                .body("onSale", equalTo(false));
    }

    @Test
    void a_product_goes_only_without_plans() {
        String product = newProduct();
        String plan = newPlan(product, freshCode());
        staff().delete(PRODUCTS + "/" + product)
                .then()
                .statusCode(409)
                .body("code", equalTo("product_in_use"));
        staff().delete(PLANS + "/" + plan).then().statusCode(204);
        staff().get(PRODUCTS + "?size=200").then().body("items.id", hasItem(product));
        staff().delete(PRODUCTS + "/" + product).then().statusCode(204);
        staff().get(PRODUCTS + "/" + product).then().statusCode(404);
    }

    @Test
    void of_two_creations_or_edits_at_once_with_one_code_one_is_refused() {
        Map<String, Object> product = product(freshCode());
        assertOneIsRefused(
                201,
                () -> staff().body(product).post(PRODUCTS),
                () -> staff().body(product).post(PRODUCTS));
        for (int round = 0; round < 10; round++) {
            Map<String, Object> patch = Map.of("version", 1, "code", freshCode());
            String one = newProduct();
            String other = newProduct();
            assertOneIsRefused(
                    200,
                    () -> staff().body(patch).patch(PRODUCTS + "/" + one),
                    () -> staff().body(patch).patch(PRODUCTS + "/" + other));
        }
    }

    @Test
    void a_bad_product_is_refused() {
        staff().body(Map.of("code", "-", "sortOrder", -1))
                .post(PRODUCTS)
                .then()
                .statusCode(400)
                .body(
                        "errors.pointer",
                        containsInAnyOrder(
                                "/code", "/sortOrder", "/nameI18n/en", "/descriptionI18n/en"));
        staff().body(Map.of("version", 1))
                .patch(PRODUCTS + "/" + UUID.randomUUID())
                .then()
                .statusCode(404);
        staff().get(PRODUCTS + "/not-an-id").then().statusCode(404);
    }

    @Test
    void customers_and_strangers_edit_nothing() {
        String product = newProduct();
        String customer = Logins.newCustomer();
        for (String path : List.of(PLANS, PRODUCTS)) {
            given().get(path).then().statusCode(401);
            given().auth().oauth2(customer).get(path).then().statusCode(403);
        }
        given().auth()
                .oauth2(customer)
                .contentType("application/json")
                .body(plan(product, freshCode()))
                .post(PLANS)
                .then()
                .statusCode(403)
                .body("code", equalTo("forbidden"));
        given().auth().oauth2(customer).delete(PRODUCTS + "/" + product).then().statusCode(403);
        given().contentType("application/json").body("{}").post(PLANS).then().statusCode(401);
    }
}
