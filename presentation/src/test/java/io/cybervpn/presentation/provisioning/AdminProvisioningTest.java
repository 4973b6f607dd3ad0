package io.cybervpn.presentation.provisioning;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.lessThanOrEqualTo;
import static org.hamcrest.Matchers.nullValue;

import io.cybervpn.presentation.provisioning.Customers.Customer;
import io.cybervpn.presentation.shared.ShopWorld;
import io.cybervpn.sandbox.SandboxSettings;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** R128: staff see what the panel refused, put it right and have it tried again. */
@QuarkusTest
class AdminProvisioningTest {
    private static final String PATH = "/api/v1/admin/provisioning";

    @Inject Customers customers;

    @Test
    void a_refused_access_is_parked_and_goes_on_when_staff_put_it_right() {
        String squad = "New-" + UUID.randomUUID().toString().substring(0, 8);
        Customer customer = customers.paid(squad);
        customers.awaitStatus(customer.access(), "parked");
        String id = customer.access().value().toString();
        String item = "items.find { it.id == '" + id + "' }";
        staff().queryParam("status", "parked")
                .queryParam("size", 200)
                .get(PATH)
                .then()
                .statusCode(200)
                .body("items.status", everyItem(equalTo("parked")))
                .body(item + ".serverGroups", hasItem(squad))
                .body(item + ".lastError", containsString(squad))
                .body(item + ".appliedGeneration", equalTo(0))
                .body(item + ".usedTrafficBytes", nullValue())
                .body("page.total", greaterThanOrEqualTo(1));
        makeSquad(squad);

        staff().post(PATH + "/" + id + "/retry").then().statusCode(204);

        customers.awaitStatus(customer.access(), "ready");
        staff().post(PATH + "/" + id + "/retry")
                .then()
                .statusCode(409)
                .body("code", equalTo("not_parked"));
    }

    @Test
    void others_see_and_do_nothing() {
        Customer customer = customers.granted();
        String retry = PATH + "/" + customer.access().value() + "/retry";

        given().get(PATH).then().statusCode(401);
        given().post(retry).then().statusCode(401);
        customer.asks().get(PATH).then().statusCode(403);
        customer.asks().post(retry).then().statusCode(403);
    }

    @Test
    void bad_input_gets_a_problem() {
        staff().queryParam("status", "lost").get(PATH).then().statusCode(400);
        staff().queryParam("size", 201).get(PATH).then().statusCode(400);
        staff().post(PATH + "/" + UUID.randomUUID() + "/retry").then().statusCode(404);
    }

    @Test
    void a_page_is_as_large_as_asked_and_uncounted_if_asked() {
        Customer first = customers.granted();
        Customer second = customers.granted();

        staff().queryParam("size", 1)
                .queryParam("count", false)
                .get(PATH)
                .then()
                .statusCode(200)
                .body("items.size()", lessThanOrEqualTo(1))
                .body("page.total", nullValue());
        staff().queryParam("status", "ready")
                .queryParam("size", 200)
                .get(PATH)
                .then()
                .body("items.id", hasItem(first.access().value().toString()))
                .body("items.id", hasItem(second.access().value().toString()));
    }

    private RequestSpecification staff() {
        return given().auth().oauth2(customers.admin());
    }

    private static void makeSquad(String name) {
        given().baseUri(ShopWorld.sandbox().panelUrl().toString())
                .port(ShopWorld.sandbox().panelUrl().getPort())
                .auth()
                .oauth2(SandboxSettings.PANEL_TOKEN)
                .header("X-Forwarded-For", "127.0.0.1")
                .header("X-Forwarded-Proto", "https")
                .contentType("application/json")
                .body("{\"name\":\"" + name + "\",\"inbounds\":[]}")
                .post("/api/internal-squads")
                .then()
                .statusCode(201);
    }
}
