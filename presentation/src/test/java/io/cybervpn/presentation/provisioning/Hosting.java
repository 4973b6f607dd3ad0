package io.cybervpn.presentation.provisioning;

import static io.restassured.RestAssured.given;

import io.cybervpn.domain.catalogue.Resources;
import io.cybervpn.domain.provisioning.AccessId;
import io.cybervpn.domain.provisioning.model.PanelUsername;
import io.cybervpn.presentation.identity.Logins;
import io.cybervpn.presentation.provisioning.Customers.Customer;
import io.cybervpn.sandbox.pterodactyl.Pterodactyl;
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

/** A panel of servers that staff add while the shop runs. */
abstract class Hosting {
    /** With all that docs/panels.md knows. */
    static final String GROUP_MEANS =
            "nest=1,egg=1,location=1,image=ghcr.io/pterodactyl/yolks:java_21,env.SERVER_JARFILE=server.jar";

    static final String PANELS = "/api/v1/admin/panels/";
    static final Resources SIZE = new Resources.Machine(100, 2_048, 10_240, 1, 2, 3);

    @Inject Customers customers;
    @Inject Pool pool;
    @Inject Vertx vertx;

    final String group = "minecraft " + UUID.randomUUID();
    Pterodactyl pterodactyl;
    String id;

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

    ValidatableResponse state(String state) {
        int version = asStaff().get(PANELS + id).then().extract().path("version");
        return asStaff().body(Map.of("state", state, "version", version)).patch(PANELS + id).then();
    }

    static RequestSpecification asStaff() {
        return given().auth()
                .oauth2(Logins.admin())
                .contentType(ContentType.JSON)
                .header("X-Reason", "a test of servers");
    }

    static String name(AccessId access) {
        return PanelUsername.of(access).text();
    }

    JsonObject user(Customer customer) {
        return pterodactyl.userOf(name(customer.access())).orElseThrow();
    }

    void awaitServer(Customer customer, int memoryMib) {
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
    Customer installed() {
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

    void askNow(Customer customer) {
        pool.preparedQuery(
                        "update access set next_attempt_at = now() where id = $1 and busy_since is"
                                + " not null and next_attempt_at is not null")
                .execute(Tuple.of(customer.access().value()))
                .await()
                .indefinitely();
    }
}
