package io.cybervpn.presentation.provisioning;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.cybervpn.application.server.SyncServers;
import io.cybervpn.domain.provisioning.model.PanelUsername;
import io.cybervpn.presentation.identity.Logins;
import io.cybervpn.presentation.provisioning.Customers.Customer;
import io.cybervpn.presentation.shared.ShopWorld;
import io.cybervpn.sandbox.http.Fault;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Who is online, as the panel tells it, to the customer himself and to staff. */
@QuarkusTest
class OnlineTest {
    @Inject Customers customers;
    @Inject SyncServers sync;

    @AfterEach
    void let_the_panel_be() {
        ShopWorld.sandbox().panel().faults().clear();
    }

    private static String admin(Customer customer) {
        return "/api/v1/admin/subscriptions/" + customer.access().value() + "/online";
    }

    @Test
    void a_customer_sees_when_and_where_his_subscription_was_used_and_so_do_staff() {
        sync.execute().await().indefinitely();
        Customer customer = customers.granted();
        customer.asks()
                .get(customer.path("online"))
                .then()
                .statusCode(200)
                .body("online", equalTo(false))
                .body("lastOnlineAt", nullValue())
                .body("server", nullValue());
        String name = PanelUsername.of(customer.access()).text();
        ShopWorld.sandbox().panel().addTraffic(name, 4_000);
        customer.asks()
                .get(customer.path("online"))
                .then()
                .statusCode(200)
                .body("online", equalTo(true))
                .body("lastOnlineAt", notNullValue())
                .body("firstConnectedAt", notNullValue())
                .body("server.name", notNullValue());
        given().auth()
                .oauth2(customers.admin())
                .get(admin(customer))
                .then()
                .statusCode(200)
                .body("online", equalTo(true));
    }

    @Test
    void nobody_else_sees_it_and_a_silent_panel_is_no_answer() {
        Customer customer = customers.granted();
        String stranger = Logins.newCustomer();
        given().auth().oauth2(stranger).get(customer.path("online")).then().statusCode(404);
        given().auth().oauth2(stranger).get(admin(customer)).then().statusCode(403);
        given().get(customer.path("online")).then().statusCode(401);
        ShopWorld.sandbox()
                .panel()
                .faults()
                .add(Fault.of(Fault.Kind.ERROR, 503).on("GET", "/api/users"));
        customer.asks()
                .get(customer.path("online"))
                .then()
                .statusCode(503)
                .body("code", equalTo("panel_unavailable"))
                .body("retryable", equalTo(true));
    }
}
