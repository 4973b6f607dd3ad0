package io.cybervpn.presentation.provisioning;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import io.cybervpn.domain.catalogue.Resources;
import io.cybervpn.domain.provisioning.AccessId;
import io.cybervpn.domain.provisioning.model.PanelUsername;
import io.cybervpn.presentation.identity.Logins;
import io.cybervpn.presentation.provisioning.Customers.Customer;
import io.cybervpn.sandbox.http.Fault;
import io.cybervpn.sandbox.pterodactyl.Pterodactyl;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** R127, R130, R135: a plan of a server, from its payment to the door of its owner. */
@QuarkusTest
class HostingTest {
    /** With all that docs/panels.md knows. */
    private static final String GROUP_MEANS =
            "nest=1,egg=1,location=1,image=ghcr.io/pterodactyl/yolks:java_21,env.SERVER_JARFILE=server.jar";

    private static final String PANELS = "/api/v1/admin/panels/";
    private static final Resources SIZE = new Resources.Machine(100, 2_048, 10_240, 1, 2, 3);

    @Inject Customers customers;
    @Inject Pool pool;
    @Inject Vertx vertx;

    private final String group = "minecraft " + UUID.randomUUID();
    private Pterodactyl pterodactyl;
    private String id;

    @BeforeEach
    void a_panel_of_servers_stands_somewhere() {
        pterodactyl = new Pterodactyl(vertx, 0);
        id =
                asStaff()
                        .body(
                                Map.of(
                                        "name",
                                        "hosting " + UUID.randomUUID(),
                                        "kind",
                                        "pterodactyl",
                                        "url",
                                        pterodactyl.url().toString(),
                                        "groups",
                                        Map.of(group, GROUP_MEANS)))
                        .post(PANELS)
                        .then()
                        .statusCode(201)
                        .extract()
                        .path("id");
        asStaff()
                .body(Map.of("value", Pterodactyl.KEY))
                .put(PANELS + id + "/secrets/token")
                .then()
                .statusCode(204);
        state("active").statusCode(200);
    }

    @AfterEach
    void it_goes_away_again() {
        pterodactyl.faults().clear();
        state("off").statusCode(200);
        pool.preparedQuery("delete from access where panel_id = $1")
                .execute(Tuple.of(UUID.fromString(id)))
                .await()
                .indefinitely();
        pterodactyl.close();
    }

    private ValidatableResponse state(String state) {
        int version = asStaff().get(PANELS + id).then().extract().path("version");
        return asStaff().body(Map.of("state", state, "version", version)).patch(PANELS + id).then();
    }

    private static RequestSpecification asStaff() {
        return given().auth()
                .oauth2(Logins.admin())
                .contentType(ContentType.JSON)
                .header("X-Reason", "a test of servers");
    }

    private static String name(AccessId access) {
        return PanelUsername.of(access).text();
    }

    private JsonObject user(Customer customer) {
        return pterodactyl.userOf(name(customer.access())).orElseThrow();
    }

    private void awaitServer(Customer customer, int memoryMib) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .until(
                        () ->
                                pterodactyl
                                        .serverOf(name(customer.access()))
                                        .map(it -> it.getJsonObject("limits"))
                                        .filter(it -> it.getInteger("memory") == memoryMib)
                                        .isPresent());
    }

    /** Made, installed and asked for again at once rather than in a while. */
    private Customer installed() {
        Customer customer = customers.paid(SIZE, group);
        awaitServer(customer, 2_048);
        pterodactyl.finishInstalls();
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .until(
                        () -> {
                            askNow(customer);
                            return customers
                                    .statusOf(customer.access())
                                    .filter("ready"::equals)
                                    .isPresent();
                        });
        return customer;
    }

    private void askNow(Customer customer) {
        pool.preparedQuery(
                        "update access set next_attempt_at = now() where id = $1 and busy_since is"
                                + " not null and next_attempt_at is not null")
                .execute(Tuple.of(customer.access().value()))
                .await()
                .indefinitely();
    }

    @Test
    void a_server_is_made_once_and_its_owner_finds_the_door() {
        Customer customer = customers.paid(SIZE, group);
        awaitServer(customer, 2_048);
        customer.asks()
                .get(customer.path("access"))
                .then()
                .statusCode(409)
                .body("code", equalTo("access_not_ready"));
        assertThat(pterodactyl.serverCount()).isEqualTo(1);
        Customer ready = installed();

        ready.asks()
                .get(ready.path("access"))
                .then()
                .statusCode(200)
                .header("Cache-Control", equalTo("no-store"))
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
