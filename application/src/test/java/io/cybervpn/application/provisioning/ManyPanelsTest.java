package io.cybervpn.application.provisioning;

import static org.assertj.core.api.Assertions.assertThat;

import io.cybervpn.application.provisioning.port.PanelHealth.Circuit;
import io.cybervpn.application.subscription.Purchases;
import io.cybervpn.domain.provisioning.AccessId;
import io.cybervpn.domain.provisioning.PanelId;
import io.cybervpn.domain.provisioning.PanelMode;
import io.cybervpn.domain.provisioning.model.Access;
import io.cybervpn.domain.subscription.SubscriptionId;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** R127: several panels, of which one being down is nothing to the others. */
class ManyPanelsTest {
    private final ProvisioningWorld world = new ProvisioningWorld();

    private List<AccessId> bought(int count) {
        return Stream.generate(() -> world.bought(Purchases.buyer())).limit(count).toList();
    }

    private PanelId placeOf(AccessId id) {
        return world.access(id).desire().panel();
    }

    private PanelId second() {
        return world.panels.all().getLast().panel().id();
    }

    @Test
    void new_accesses_are_spread_by_weight_and_each_is_brought_to_its_own_panel() {
        InMemoryPanel another = world.another(300);

        List<AccessId> bought = bought(8);
        world.reconcile();

        assertThat(bought.stream().map(this::placeOf).filter(second()::equals)).hasSize(6);
        for (AccessId id : bought) {
            boolean there = placeOf(id).equals(second());
            assertThat(another.state(id).isPresent()).isEqualTo(there);
            assertThat(world.panel.state(id).isPresent()).isEqualTo(!there);
            assertThat(world.access(id)).isInstanceOf(Access.Ready.class);
        }
    }

    @Test
    void a_place_once_chosen_is_kept_whatever_the_load_becomes() {
        AccessId first = bought(1).getFirst();
        world.reconcile();
        world.another(1_000);
        bought(20);

        world.desired(
                world.paid(
                        world.access(first).desire().account(),
                        Optional.of(new SubscriptionId(first.value()))));

        assertThat(placeOf(first)).isEqualTo(PanelId.CONFIGURED);
    }

    @Test
    void what_no_panel_offers_goes_to_the_configured_one_which_refuses_it() {
        world.another(100, "Elsewhere");
        world.panels.mode(PanelId.CONFIGURED, PanelMode.DRAINING);

        assertThat(placeOf(bought(1).getFirst())).isEqualTo(PanelId.CONFIGURED);
    }

    @Test
    void of_a_panel_whose_circuit_is_open_nothing_is_taken_and_no_attempt_is_burnt() {
        world.another(100);
        List<AccessId> bought = bought(6);
        world.panel.down(true);
        world.panels.circuit(PanelId.CONFIGURED, Circuit.OPEN);
        int before = world.panel.calls();

        ReconcileAccess.Result result = world.reconcile();

        assertThat(result).isEqualTo(new ReconcileAccess.Result(3, 3));
        assertThat(world.panel.calls()).isEqualTo(before);
        assertThat(bought.stream().map(world::access).filter(Access.Pending.class::isInstance))
                .hasSize(3);
    }

    @Test
    void when_the_pause_is_over_one_record_finds_out_and_the_others_follow() {
        bought(5);
        world.panels.circuit(PanelId.CONFIGURED, Circuit.TRYING);

        assertThat(world.reconcile()).isEqualTo(new ReconcileAccess.Result(1, 1));
        world.panels.circuit(PanelId.CONFIGURED, Circuit.CLOSED);
        assertThat(world.reconcile()).isEqualTo(new ReconcileAccess.Result(4, 4));
    }

    @Test
    void a_call_that_was_not_made_says_nothing_of_the_access() {
        AccessId id = bought(1).getFirst();
        world.panel.shut(true);

        assertThat(world.reconcile()).isEqualTo(new ReconcileAccess.Result(1, 0));
        assertThat(world.access(id).attempts()).isZero();
        assertThat(world.reconcile().taken()).isZero();

        world.panel.shut(false);
        world.clock.advance(Duration.ofSeconds(2));
        assertThat(world.reconcile()).isEqualTo(new ReconcileAccess.Result(1, 1));
    }

    @Test
    void a_panel_that_is_off_is_left_alone_and_its_records_wait() {
        bought(2);
        world.panels.mode(PanelId.CONFIGURED, PanelMode.OFF);

        assertThat(world.reconcile()).isEqualTo(new ReconcileAccess.Result(0, 0));
        assertThat(world.sweep()).isEqualTo(new SweepPanel.Result.NotDue());

        world.panels.mode(PanelId.CONFIGURED, PanelMode.ACTIVE);
        assertThat(world.reconcile()).isEqualTo(new ReconcileAccess.Result(2, 2));
    }

    @Test
    void a_panel_that_cannot_be_read_does_not_stop_the_sweep_of_the_others() {
        InMemoryPanel another = world.another(100);
        List<AccessId> bought = bought(4);
        world.reconcile();
        world.panel.down(true);
        bought.stream().filter(id -> placeOf(id).equals(second())).forEach(another::removeByHand);

        SweepPanel.Result result = world.sweep();

        assertThat(result)
                .isEqualTo(new SweepPanel.Result.Swept(0, 0, 0, 2, List.of(PanelId.CONFIGURED)));
    }
}
