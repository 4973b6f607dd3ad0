package io.cybervpn.presentation.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.cybervpn.application.server.SyncServers;
import io.cybervpn.presentation.shared.ShopWorld;
import io.cybervpn.sandbox.http.Fault;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** R145-R149, R178, R179: servers over REST, fed by the shop's own panel. */
@QuarkusTest
class ServersTest extends ServerTestBase {
    @Test
    void a_customer_sees_what_his_plan_leads_to_and_what_it_does_not() {
        Customer customer = customer();
        customer.asks()
                .get("/api/v1/servers")
                .then()
                .statusCode(200)
                .body(mine() + ".locked", equalTo(true))
                .body(mine() + ".available", equalTo(false))
                .body(mine() + ".pingAddress", nullValue())
                .body(mine() + ".country", equalTo("FI"));
        give(customer, "Basic");

        customer.asks()
                .get("/api/v1/servers?available=true")
                .then()
                .statusCode(200)
                .body(mine() + ".status", equalTo("online"))
                .body(mine() + ".pingAddress", equalTo(name + ".sandbox.invalid"))
                .body("items.available", everyItem(equalTo(true)));
        customer.asks()
                .get("/api/v1/servers/" + id)
                .then()
                .statusCode(200)
                .body("locked", equalTo(false));
        customer.asks().get("/api/v1/servers/" + UUID.randomUUID()).then().statusCode(404);
    }

    @Test
    void a_node_that_is_cut_off_is_offline_after_two_looks_and_its_log_says_so() {
        nodes.checked();
        nodes.set(name, new JsonObject().put("isConnected", false));
        nodes.checked();
        staff().get(ADMIN + "/" + id).then().body("status", equalTo("online"));
        nodes.checked();

        staff().get(ADMIN + "/" + id)
                .then()
                .statusCode(200)
                .body("status", equalTo("offline"))
                .body("reason", equalTo("not_connected"));
        staff().get(ADMIN + "?status=offline&sort=name,desc&size=200")
                .then()
                .statusCode(200)
                .body("items.id", hasItem(id))
                .body("items.status", everyItem(equalTo("offline")))
                .body("totals.offline", greaterThanOrEqualTo(1));
    }

    @Test
    void a_silent_panel_makes_servers_unknown_not_offline() {
        ShopWorld.sandbox().panel().faults().add(Fault.of(Fault.Kind.ERROR, 503));

        assertThat(nodes.synced().silent()).isEqualTo(1);

        staff().get(ADMIN + "/" + id)
                .then()
                .body("status", equalTo("online"))
                .body("reason", equalTo("panel_silent"))
                .body("unknownSinceAt", notNullValue());
        ShopWorld.sandbox().panel().faults().clear();
        nodes.checked();
        staff().get(ADMIN + "/" + id).then().body("unknownSinceAt", nullValue());
    }

    @Test
    void a_removed_node_leaves_a_server_that_customers_do_not_see() {
        String second = nodes.add(name + "-b");
        assertThat(nodes.synced().added()).isPositive();
        String other = nodes.idOf(second);
        nodes.remove(second);

        assertThat(nodes.synced().moved()).isPositive();

        staff().get(ADMIN + "/" + other)
                .then()
                .body("reason", equalTo("gone"))
                .body("goneSinceAt", notNullValue());
        customer()
                .asks()
                .get("/api/v1/servers")
                .then()
                .body("items.id", not(hasItem(other)))
                .body("items.id", hasItem(id));
        staff().post(ADMIN + "/" + other + "/restart")
                .then()
                .statusCode(409)
                .body("code", equalTo("server_gone"));
    }

    @Test
    void many_syncs_at_once_make_one_server_for_a_node() {
        String second = nodes.add(name + "-c");

        List<SyncServers.Result> results =
                Uni.join()
                        .all(Stream.generate(nodes.sync::execute).limit(8).toList())
                        .andFailFast()
                        .await()
                        .indefinitely();

        assertThat(results).extracting(SyncServers.Result::added).containsOnlyOnce(1);
        assertThat(nodes.idOf(second)).isNotEmpty();
        nodes.remove(second);
    }

    @Test
    void a_push_of_the_panel_is_followed_at_once() {
        ShopWorld.sandbox().panel().faults().clear();

        String second = nodes.add(name + "-d");

        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .until(() -> nodes.find(second).isPresent());
        nodes.remove(second);
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .until(
                        () ->
                                staff().get(ADMIN + "/" + nodes.idOf(second))
                                        .jsonPath()
                                        .getString("reason")
                                        .equals("gone"));
    }
}
