package io.cybervpn.presentation.provisioning;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.cybervpn.presentation.provisioning.Customers.Customer;
import io.cybervpn.sandbox.http.Fault;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

/** R127, R130, R135: a plan of a server, from its payment to the door of its owner. */
@QuarkusTest
class HostingTest extends Hosting {
    @Test
    void a_server_is_made_once_and_its_owner_finds_the_door() {
        Customer customer = customers.paid(SIZE, group);
        awaitServer(customer, 2_048);
        customer.asks()
                .get(customer.path("access"))
                .then()
                .statusCode(200)
                .body("kind", equalTo("machine"))
                .body("state", equalTo("preparing"))
                .body("url", nullValue());
        assertThat(pterodactyl.serverCount()).isEqualTo(1);
        Customer ready = installed();

        ready.asks()
                .get(ready.path("access"))
                .then()
                .statusCode(200)
                .header("Cache-Control", equalTo("no-store"))
                .body("kind", equalTo("machine"))
                .body("state", equalTo("ready"))
                .body("login", equalTo(name(ready.access())))
                .body("resettable", equalTo(true))
                .body(
                        "url",
                        equalTo(
                                pterodactyl.url()
                                        + "/server/"
                                        + pterodactyl
                                                .serverOf(name(ready.access()))
                                                .orElseThrow()
                                                .getString("identifier")));
        customer.asks().get(ready.path("access")).then().statusCode(404);
        assertThat(pterodactyl.serverCount()).isEqualTo(2);
    }

    @Test
    void a_password_is_told_once_and_the_one_before_opens_nothing() {
        Customer customer = installed();
        String first =
                customer.asks()
                        .post(customer.path("access/credential"))
                        .then()
                        .statusCode(200)
                        .header("Cache-Control", equalTo("no-store"))
                        .extract()
                        .path("password");
        assertThat(user(customer).getString("password")).isEqualTo(first).hasSize(20);
        assertThat(user(customer).getString("external_id")).isEqualTo(name(customer.access()));

        customer.asks()
                .post(customer.path("access/credential"))
                .then()
                .statusCode(200)
                .body("password", not(equalTo(first)));
        pterodactyl.faults().add(Fault.of(Fault.Kind.DROP_BEFORE, 0));
        customer.asks()
                .post(customer.path("access/credential"))
                .then()
                .statusCode(503)
                .body("code", equalTo("panel_unavailable"));
    }

    @Test
    void a_vpn_has_no_door_and_a_server_no_configuration() {
        Customer vpn = customers.granted();
        vpn.asks()
                .get(vpn.path("access"))
                .then()
                .statusCode(501)
                .body("code", equalTo("not_offered_by_panel"));
        vpn.asks().post(vpn.path("access/credential")).then().statusCode(501);

        Customer server = installed();
        String names =
                given().header("User-Agent", "v2rayNG/1.9.40")
                        .get(server.link() + "?format=json")
                        .then()
                        .statusCode(200)
                        .extract()
                        .asString();
        assertThat(names).contains("no VPN");
    }

    @Test
    void a_server_is_not_moved_to_another_panel() {
        Customer customer = installed();

        asStaff()
                .body("{}")
                .post("/api/v1/admin/subscriptions/" + customer.access().value() + "/transfer")
                .then()
                .statusCode(409)
                .body("code", equalTo("no_place"));
    }
}
