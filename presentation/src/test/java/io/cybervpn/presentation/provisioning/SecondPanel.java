package io.cybervpn.presentation.provisioning;

import static io.restassured.RestAssured.given;

import io.cybervpn.domain.provisioning.AccessId;
import io.cybervpn.domain.provisioning.model.PanelUsername;
import io.cybervpn.presentation.identity.Logins;
import io.cybervpn.presentation.provisioning.Customers.Customer;
import io.cybervpn.sandbox.SandboxSettings;
import io.cybervpn.sandbox.SandboxTempo;
import io.cybervpn.sandbox.SandboxWorld;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** A second panel that staff add while the shop runs. */
abstract class SecondPanel {
    static final String PANELS = "/api/v1/admin/panels/";

    /** A server group that only the second panel is said to offer. */
    static final String GROUP = "Ultra";

    @Inject Customers customers;
    @Inject Pool pool;

    SandboxWorld second;
    String id;

    @BeforeEach
    void a_second_panel_stands_somewhere() {
        second =
                SandboxWorld.start(
                        SandboxSettings.free(SandboxSettings.PANEL_2), SandboxTempo.quick());
        customers.granted();
        id = added().statusCode(201).extract().path("id");
    }

    @AfterEach
    void it_goes_away_again() {
        second.panel().faults().clear();
        edit(Map.of("state", "off")).statusCode(200);
        pool.preparedQuery("delete from access where panel_id = $1")
                .execute(Tuple.of(UUID.fromString(id)))
                .await()
                .indefinitely();
        second.close();
    }

    ValidatableResponse added() {
        return asStaff()
                .body(
                        Map.of(
                                "name",
                                "second " + UUID.randomUUID(),
                                "kind",
                                "remnawave",
                                "url",
                                second.panelUrl().toString(),
                                "weight",
                                1_000,
                                "groups",
                                Map.of(GROUP, "")))
                .post(PANELS)
                .then();
    }

    ValidatableResponse edit(Map<String, Object> changes) {
        Map<String, Object> body = new HashMap<>(changes);
        body.putIfAbsent("version", shown().extract().path("version"));
        return asStaff().body(body).patch(PANELS + id).then();
    }

    ValidatableResponse shown() {
        return asAdmin().get(PANELS + id).then().statusCode(200);
    }

    ValidatableResponse token(String value) {
        return asStaff().body(Map.of("value", value)).put(PANELS + id + "/secrets/token").then();
    }

    ValidatableResponse check() {
        return asAdmin().post(PANELS + id + "/check").then().statusCode(200);
    }

    void atWork() {
        token(SandboxSettings.PANEL_TOKEN).statusCode(204);
        edit(Map.of("state", "active")).statusCode(200);
    }

    static RequestSpecification asStaff() {
        return asAdmin().header("X-Reason", "a test of the panels");
    }

    static RequestSpecification asAdmin() {
        return given().auth().oauth2(Logins.admin()).contentType(ContentType.JSON);
    }

    static String nameOf(Customer customer) {
        return PanelUsername.of(customer.access()).text();
    }

    String panelOf(AccessId access) {
        return pool.preparedQuery("select panel_id::text as id from access where id = $1")
                .execute(Tuple.of(access.value()))
                .await()
                .indefinitely()
                .iterator()
                .next()
                .getString("id");
    }
}
