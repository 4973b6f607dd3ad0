package io.cybervpn.application.provisioning;

import static org.assertj.core.api.Assertions.assertThat;

import io.cybervpn.application.provisioning.port.PanelBusy;
import io.cybervpn.application.provisioning.port.PanelHealth.Circuit;
import io.cybervpn.application.subscription.Purchases;
import io.cybervpn.domain.provisioning.AccessId;
import io.cybervpn.domain.provisioning.PanelId;
import io.cybervpn.domain.provisioning.PanelMode;
import io.cybervpn.domain.provisioning.model.Access;
import io.cybervpn.domain.provisioning.model.Sight;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** R130: what a panel is at work on has not failed; it is asked again until it is done. */
class BusyPanelTest {
    private static final Duration PACE = Duration.ofSeconds(30);
    private static final PanelBusy INSTALLING = new PanelBusy("installing", PACE);

    private final ProvisioningWorld world = new ProvisioningWorld();

    private void busy() {
        world.panel.busy(Optional.of(INSTALLING));
    }

    private int removed() {
        return world.removeLeavings
                .execute(new RemoveLeavings.Command(PanelId.CONFIGURED, 100))
                .await()
                .indefinitely()
                .removed();
    }

    @Test
    void it_counts_no_attempt_and_is_asked_again_when_the_panel_said() {
        busy();
        AccessId id = world.bought(Purchases.buyer());

        assertThat(world.reconcile()).isEqualTo(new ReconcileAccess.Result(1, 0));
        assertThat(world.access(id).attempts()).isZero();
        assertThat(world.access(id)).isInstanceOf(Access.Waiting.class);
        world.clock.advance(PACE.minusMillis(1));
        assertThat(world.reconcile().taken()).isZero();

        world.clock.advance(Duration.ofMillis(1));
        world.panel.busy(Optional.empty());
        assertThat(world.reconcile()).isEqualTo(new ReconcileAccess.Result(1, 1));
        assertThat(world.panels.health(PanelId.CONFIGURED).circuit()).isEqualTo(Circuit.CLOSED);
    }

    @Test
    void what_takes_a_day_is_parked_and_never_before() {
        busy();
        AccessId id = world.bought(Purchases.buyer());
        Duration hour = Duration.ofHours(1);
        for (int hours = 0; hours < 24; hours++) {
            assertThat(world.reconcile().taken()).isEqualTo(1);
            assertThat(world.access(id)).isInstanceOf(Access.Waiting.class);
            world.clock.advance(hour);
        }

        world.reconcile();

        assertThat(((Access.Parked) world.access(id)).reason()).contains("installing");
    }

    @Test
    void another_wish_is_brought_at_once_and_has_a_day_of_its_own() {
        busy();
        AccessId id = world.bought(Purchases.buyer());
        world.reconcile();

        Access waiting = world.access(id);
        Access late = waiting.busy(0, "installing", PACE, world.clock.instant());

        assertThat(late).isInstanceOf(Access.Pending.class);
    }

    @Test
    void who_moves_stays_where_he_is_while_the_new_panel_is_at_work() {
        AccessId id = world.bought(Purchases.buyer());
        world.reconcile();
        InMemoryPanel another = world.another(100);
        another.busy(Optional.of(INSTALLING));
        world.panels.mode(PanelId.CONFIGURED, PanelMode.DRAINING);
        world.drain.execute(new DrainPanels.Command(2)).await().indefinitely();

        world.reconcile();

        assertThat(((Sight.Seen) world.access(id).sight()).user().panel())
                .isEqualTo(PanelId.CONFIGURED);
        assertThat(world.leavings.count()).isZero();
        another.busy(Optional.empty());
        world.clock.advance(PACE);
        assertThat(world.reconcile().ready()).isEqualTo(1);
        assertThat(world.panel.state(id)).isPresent();

        busy();
        assertThat(removed()).isZero();
        assertThat(world.leavings.count()).isEqualTo(1);
        world.panel.busy(Optional.empty());
        assertThat(removed()).isZero();
        world.clock.advance(PACE);
        assertThat(removed()).isEqualTo(1);
        assertThat(world.panel.state(id)).isEmpty();
    }
}
