package io.cybervpn.presentation.provisioning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.cybervpn.application.provisioning.CompareWithPanel;
import io.cybervpn.application.provisioning.SweepPanel;
import io.cybervpn.application.shared.Difference;
import io.cybervpn.presentation.provisioning.Customers.Customer;
import io.cybervpn.presentation.shared.ShopWorld;
import io.cybervpn.sandbox.SandboxWorld;
import io.cybervpn.sandbox.http.Fault;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** R127: accesses on two panels, moved between them, whatever happens on the way. */
@QuarkusTest
class PanelMovesTest extends SecondPanel {
    @Inject SweepPanel sweep;
    @Inject CompareWithPanel compare;

    @Test
    void staff_move_a_subscription_and_it_lives_on_one_panel_in_the_end() {
        atWork();
        Customer customer = customers.granted();
        String path = "/api/v1/admin/subscriptions/" + customer.access().value() + "/transfer";
        asStaff().body("{}").post(path).then().statusCode(409).body("code", equalTo("no_place"));
        edit(Map.of("groups", Map.of(GROUP, "", "Basic", ""))).statusCode(200);

        asStaff()
                .body(Map.of("panelId", id))
                .post(path)
                .then()
                .statusCode(200)
                .body("moved", equalTo(true))
                .body("panelId", equalTo(id));

        awaitOn(second, customer, true);
        awaitOn(ShopWorld.sandbox(), customer, false);
        customers.awaitStatus(customer.access(), "ready");
        customer.asks().get(customer.path("config") + "?format=base64").then().statusCode(200);
        asStaff()
                .body(Map.of("panelId", id))
                .post(path)
                .then()
                .statusCode(200)
                .body("moved", equalTo(false));
    }

    @Test
    void a_panel_that_drains_is_emptied_though_calls_get_lost() {
        atWork();
        List<Customer> there = Stream.generate(() -> customers.paid(GROUP)).limit(5).toList();
        there.forEach(customer -> customers.awaitStatus(customer.access(), "ready"));
        second.panel()
                .faults()
                .add(Fault.of(Fault.Kind.DROP_AFTER, 0).times(2).on("DELETE", "/api/users"));
        second.panel().faults().add(Fault.of(Fault.Kind.ERROR, 503).times(3));

        edit(Map.of("state", "draining")).statusCode(200);

        for (Customer customer : there) {
            awaitOn(ShopWorld.sandbox(), customer, true);
            awaitOn(second, customer, false);
            customers.awaitStatus(customer.access(), "ready");
        }
    }

    @Test
    void killed_slow_lying_and_played_back_panels_end_as_they_should_be() {
        atWork();
        List<Customer> there = Stream.generate(() -> customers.paid(GROUP)).limit(6).toList();
        there.forEach(customer -> customers.awaitStatus(customer.access(), "ready"));
        JsonObject backup = userOf(there.getFirst()).copy();
        second.panel().faults().add(Fault.of(Fault.Kind.DROP_BEFORE, 0));
        List<Customer> more = Stream.generate(() -> customers.paid(GROUP)).limit(4).toList();
        second.panel().faults().clear();
        second.panel().faults().add(Fault.of(Fault.Kind.LATENCY, 300).times(30));
        second.panel().faults().add(Fault.of(Fault.Kind.HOLD_WEBHOOKS, 0));
        second.panel().users().restore(backup.put("trafficLimitBytes", 1));

        more.forEach(customer -> customers.awaitStatus(customer.access(), "ready"));
        second.panel().faults().clear();
        Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .untilAsserted(
                        () -> {
                            sweep.execute(new SweepPanel.Command(Duration.ZERO, 100))
                                    .await()
                                    .indefinitely();
                            assertThat(differencesOf(there, more)).isEmpty();
                        });

        assertThat(userOf(there.getFirst()).getLong("trafficLimitBytes"))
                .isEqualTo(50_000_000_000L);
    }

    @Test
    void a_panel_that_hangs_does_not_slow_the_others() {
        atWork();
        second.panel().faults().add(Fault.of(Fault.Kind.LATENCY, 60_000));
        List<Customer> stuck = Stream.generate(() -> customers.paid(GROUP)).limit(12).toList();
        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .until(() -> customers.statusOf(stuck.getLast().access()).isPresent());

        List<Customer> others = Stream.generate(() -> customers.paid("Basic")).limit(12).toList();
        long begun = System.nanoTime();
        others.forEach(customer -> customers.awaitStatus(customer.access(), "ready"));

        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(20));
        assertThat(stuck)
                .allMatch(
                        customer ->
                                customers
                                        .statusOf(customer.access())
                                        .equals(Optional.of("pending")));

        second.panel().faults().clear();
        stuck.forEach(customer -> customers.awaitStatus(customer.access(), "ready"));
    }

    @Test
    void who_buys_a_group_of_it_is_brought_there_and_gets_his_configuration_from_there() {
        atWork();

        Customer there = customers.paid(GROUP);
        customers.awaitStatus(there.access(), "ready");

        assertThat(panelOf(there.access())).isEqualTo(id);
        assertThat(second.panel().users().byUsername(nameOf(there))).isPresent();
        assertThat(ShopWorld.sandbox().panel().users().byUsername(nameOf(there))).isEmpty();
        there.asks().get(there.path("config") + "?format=base64").then().statusCode(200);
    }

    private void awaitOn(SandboxWorld world, Customer customer, boolean there) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(40))
                .until(
                        () ->
                                world.panel().users().byUsername(nameOf(customer)).isPresent()
                                        == there);
    }

    private JsonObject userOf(Customer customer) {
        return second.panel().users().byUsername(nameOf(customer)).orElseThrow();
    }

    private List<String> differencesOf(List<Customer> there, List<Customer> more) {
        CompareWithPanel.Result result = compare.execute().await().indefinitely();
        assertThat(result).isInstanceOf(CompareWithPanel.Result.Compared.class);
        Set<String> ours =
                Stream.concat(there.stream(), more.stream())
                        .map(customer -> customer.access().value().toString())
                        .collect(Collectors.toSet());
        return ((CompareWithPanel.Result.Compared) result)
                .differences().stream().map(Difference::subject).filter(ours::contains).toList();
    }
}
