package io.cybervpn.presentation.provisioning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.cybervpn.presentation.provisioning.Customers.Customer;
import io.cybervpn.sandbox.http.Fault;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.Duration;
import java.time.Instant;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** R130: what becomes of a server whose subscription was taken away. */
@QuarkusTest
class EndOfServersTest extends Hosting {
    @Test
    void it_is_kept_stopped_for_a_week_and_then_deleted_once() {
        Customer customer = installed();
        terminated(customer);
        String removeAt = record(customer).getString("removeAt");
        Instant inAWeek = Instant.now().plus(Duration.ofDays(7));
        assertThat(Instant.parse(removeAt)).isBetween(inAWeek.minusSeconds(60), inAWeek);
        shows(customer, "suspended", removeAt);

        pterodactyl
                .faults()
                .add(
                        Fault.of(Fault.Kind.DROP_AFTER, 0)
                                .times(1)
                                .on("DELETE", "/api/application/servers/"));
        sql(
                "update access set remove_at = now() - interval '1 s', next_attempt_at = now()"
                        + " where id = $1",
                customer.access().value());
        customers.awaitStatus(customer.access(), "removed");

        assertThat(pterodactyl.serverOf(name(customer.access()))).isEmpty();
        assertThat(record(customer).getString("status")).isEqualTo("removed");
        customer.asks()
                .get(customer.path("access"))
                .then()
                .statusCode(200)
                .body("state", equalTo("ended"))
                .body("login", nullValue());
        assertThat(
                        sql(
                                        "select 1 from audit_entry where object_id = $1 and action ="
                                                + " 'provisioning.remove_machine'",
                                        customer.access().value().toString())
                                .rowCount())
                .isEqualTo(1);
    }

    private static void shows(Customer customer, String state, String removeAt) {
        customer.asks()
                .get(customer.path("access"))
                .then()
                .statusCode(200)
                .body("state", equalTo(state))
                .body("removeAt", equalTo(removeAt));
    }

    private void terminated(Customer customer) {
        asStaff()
                .body("{}")
                .post("/api/v1/admin/subscriptions/" + customer.access().value() + "/terminate")
                .then()
                .statusCode(200);
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .until(
                        () ->
                                pterodactyl
                                        .serverOf(name(customer.access()))
                                        .map(it -> it.getString("status"))
                                        .filter("suspended"::equals)
                                        .isPresent());
    }

    private RowSet<Row> sql(String text, Object value) {
        return pool.preparedQuery(text).execute(Tuple.of(value)).await().indefinitely();
    }

    private static JsonObject record(Customer customer) {
        String id = customer.access().value().toString();
        return new JsonObject(
                        asStaff()
                                .get("/api/v1/admin/provisioning?size=200")
                                .then()
                                .statusCode(200)
                                .extract()
                                .asString())
                .getJsonArray("items").stream()
                        .map(JsonObject.class::cast)
                        .filter(it -> it.getString("id").equals(id))
                        .findFirst()
                        .orElseThrow();
    }
}
