package io.cybervpn.presentation.provisioning;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.cybervpn.application.provisioning.SweepPanel;
import io.cybervpn.domain.provisioning.model.PanelUsername;
import io.cybervpn.presentation.provisioning.Customers.Customer;
import io.cybervpn.presentation.shared.ShopWorld;
import io.cybervpn.sandbox.SandboxSettings;
import io.cybervpn.sandbox.http.Fault;
import io.cybervpn.sandbox.panel.PanelUsers;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Predicate;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** R114, R128: what the panel's pushes did not tell is found by the sweep. */
@QuarkusTest
class SweepTest {
    @Inject Customers customers;
    @Inject SweepPanel sweep;
    @Inject Pool pool;

    private static PanelUsers users() {
        return ShopWorld.sandbox().panel().users();
    }

    /** Other tests move the clock, and a sweep of next year makes today's not due. */
    @BeforeEach
    void the_last_sweep_is_long_ago() {
        pool.query("update panel_sweep set started_at = timestamptz '1970-01-01T00:00:00Z'")
                .execute()
                .await()
                .indefinitely();
    }

    @AfterEach
    void let_pushes_through_again() {
        ShopWorld.sandbox().panel().faults().clear();
    }

    private SweepPanel.Result.Swept swept() {
        SweepPanel.Result result =
                sweep.execute(new SweepPanel.Command(Duration.ZERO, 3)).await().indefinitely();
        assertThat(result).isInstanceOf(SweepPanel.Result.Swept.class);
        return (SweepPanel.Result.Swept) result;
    }

    @Test
    void silent_drift_is_found_and_undone() {
        Customer customer = customers.granted();
        String name = PanelUsername.of(customer.access()).text();
        JsonObject given = users().byUsername(name).orElseThrow();
        users().restore(given.copy().put("trafficLimitBytes", 0).put("hwidDeviceLimit", null));

        SweepPanel.Result.Swept result = swept();

        assertThat(result.seen()).isPositive();
        assertThat(result.drifted()).isPositive();
        awaitUser(name, user -> user.getLong("trafficLimitBytes") == 50_000_000_000L);
        assertThat(users().byUsername(name).orElseThrow().getLong("hwidDeviceLimit")).isEqualTo(2);
    }

    @Test
    void a_user_that_vanished_without_a_push_is_made_again() {
        Customer customer = customers.granted();
        String name = PanelUsername.of(customer.access()).text();
        long first = users().byUsername(name).orElseThrow().getLong("id");
        ShopWorld.sandbox().panel().faults().add(Fault.of(Fault.Kind.HOLD_WEBHOOKS, 0));
        given().baseUri("http://127.0.0.1")
                .port(ShopWorld.sandbox().panelUrl().getPort())
                .auth()
                .oauth2(SandboxSettings.PANEL_TOKEN)
                .header("X-Forwarded-For", "127.0.0.1")
                .header("X-Forwarded-Proto", "https")
                .delete("/api/users/" + first)
                .then()
                .statusCode(204);

        assertThat(swept().missing()).isPositive();

        awaitUser(name, user -> user.getLong("id") != first);
        customers.awaitStatus(customer.access(), "ready");
    }

    private static void awaitUser(String name, Predicate<JsonObject> as) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .until(() -> users().byUsername(name), found -> found.filter(as).isPresent());
    }

    @Test
    void used_traffic_is_noted() {
        Customer customer = customers.granted();
        String name = PanelUsername.of(customer.access()).text();
        ShopWorld.sandbox().panel().faults().add(Fault.of(Fault.Kind.HOLD_WEBHOOKS, 0));
        assertThat(ShopWorld.sandbox().panel().addTraffic(name, 123_456)).isNotNull();

        assertThat(swept().seen()).isPositive();

        assertThat(customers.usedTrafficOf(customer.access())).isEqualTo(Optional.of(123_456L));
    }
}
