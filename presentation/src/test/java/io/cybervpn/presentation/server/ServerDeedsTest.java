package io.cybervpn.presentation.server;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.cybervpn.presentation.identity.Logins;
import io.cybervpn.presentation.shared.ShopWorld;
import io.cybervpn.sandbox.http.Fault;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

/** R154, R155: what staff do to servers. */
@QuarkusTest
class ServerDeedsTest extends ServerTestBase {
    @Test
    void staff_switch_a_server_off_and_on_and_restart_it() {
        staff().post(ADMIN + "/" + id + "/disable")
                .then()
                .statusCode(200)
                .body("status", equalTo("offline"))
                .body("reason", equalTo("disabled"))
                .body("node.isDisabled", equalTo(true));
        staff().post(ADMIN + "/" + id + "/restart")
                .then()
                .statusCode(409)
                .body("code", equalTo("panel_refused"));
        staff().post(ADMIN + "/" + id + "/enable")
                .then()
                .statusCode(200)
                .body("node.isDisabled", equalTo(false));
        staff().post(ADMIN + "/" + id + "/restart").then().statusCode(200);
        given().auth()
                .oauth2(Logins.admin())
                .post(ADMIN + "/" + id + "/restart")
                .then()
                .statusCode(400)
                .body("code", equalTo("reason_required"));
    }

    @Test
    void a_deed_whose_answer_is_lost_is_unknown() {
        ShopWorld.sandbox()
                .panel()
                .faults()
                .add(Fault.of(Fault.Kind.DROP_AFTER, 0).times(1).on("POST", "/api/nodes"));

        staff().post(ADMIN + "/" + id + "/disable")
                .then()
                .statusCode(503)
                .body("code", equalTo("outcome_unknown"));

        assertThat(nodes.synced().moved()).isEqualTo(1);
        staff().get(ADMIN + "/" + id).then().body("reason", equalTo("disabled"));
    }

    @Test
    void maintenance_is_seen_by_customers_until_it_ends() {
        String path = ADMIN + "/" + id;
        staff().body("{\"message\":\"New disks\",\"announce\":false}")
                .post(path + "/maintenance")
                .then()
                .statusCode(200)
                .body("status", equalTo("maintenance"))
                .body("maintenance.message", equalTo("New disks"));
        Customer customer = customer();
        give(customer, "Basic");
        customer.asks()
                .get("/api/v1/servers/" + id)
                .then()
                .body("status", equalTo("maintenance"))
                .body("maintenance.message", equalTo("New disks"))
                .body("available", equalTo(false));
        staff().body("{\"message\":\"x\",\"expectedEndAt\":\"2020-01-01T00:00:00Z\"}")
                .post(path + "/maintenance")
                .then()
                .statusCode(400);
        staff().body("{\"message\":\" \"}").post(path + "/maintenance").then().statusCode(400);

        staff().post(path + "/end-maintenance").then().statusCode(200);

        staff().post(path + "/end-maintenance")
                .then()
                .statusCode(409)
                .body("code", equalTo("not_in_maintenance"));
        customer.asks().get("/api/v1/servers/" + id).then().body("status", equalTo("online"));
    }

    @Test
    void staff_say_how_a_server_is_shown_and_where_it_is() {
        assertThat(locate.execute().await().indefinitely()).isPositive();
        String path = ADMIN + "/" + id;
        staff().get(path)
                .then()
                .body("placedBy", equalTo("country"))
                .body("place.latitude", equalTo(64.5f));
        String edit =
                """
                {"version":1,"name":"Helsinki","hidden":true,"position":-5,"capacityUsers":200,
                 "place":{"latitude":60.17,"longitude":24.94}}""";
        staff().body(edit)
                .patch(path)
                .then()
                .statusCode(200)
                .body("name", equalTo("Helsinki"))
                .body("position", equalTo(-5))
                .body("placedBy", equalTo("staff"))
                .body("version", equalTo(2));
        staff().body(edit).patch(path).then().statusCode(412);
        customer().asks().get("/api/v1/servers").then().body("items.id", not(hasItem(id)));
        staff().get(ADMIN + "?hidden=true&q=helsinki").then().body("items.id", hasItem(id));

        staff().body("{\"version\":2,\"name\":\"\",\"placedByItself\":true,\"hidden\":false}")
                .patch(path)
                .then()
                .body("name", equalTo(name))
                .body("place", nullValue());
        assertThat(locate.execute().await().indefinitely()).isPositive();
        staff().get(path).then().body("placedBy", equalTo("country"));
    }

    @Test
    void bad_input_gets_a_problem_and_changes_nothing() {
        staff().get(ADMIN + "?sort=secret")
                .then()
                .statusCode(400)
                .body("code", equalTo("sort_field_unknown"));
        staff().get(ADMIN + "?status=broken").then().statusCode(400);
        staff().body("{\"version\":1,\"place\":{\"latitude\":91,\"longitude\":0}}")
                .patch(ADMIN + "/" + id)
                .then()
                .statusCode(400);
        staff().get(ADMIN + "/" + id).then().body("version", equalTo(1));
    }
}
