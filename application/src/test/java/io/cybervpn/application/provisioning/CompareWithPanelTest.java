package io.cybervpn.application.provisioning;

import static org.assertj.core.api.Assertions.assertThat;

import io.cybervpn.application.shared.Difference;
import io.cybervpn.application.subscription.Purchases;
import io.cybervpn.domain.identity.AccountId;
import io.cybervpn.domain.provisioning.AccessId;
import io.cybervpn.domain.provisioning.model.PanelState;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** R94: what the panel grants is what was bought, or it is told. */
class CompareWithPanelTest {
    private final ProvisioningWorld world = new ProvisioningWorld();
    private final CompareWithPanel compare =
            new CompareWithPanel(world.panels, world.unitOfWork, world.accesses, world.clock);
    private final AccountId buyer = Purchases.buyer();

    private AccessId granted() {
        AccessId id = world.bought(buyer);
        assertThat(world.reconcile().ready()).isEqualTo(1);
        return id;
    }

    private CompareWithPanel.Result result() {
        world.clock.advance(Duration.ofMinutes(1));
        return compare.execute().await().indefinitely();
    }

    private List<String> told() {
        return ((CompareWithPanel.Result.Compared) result())
                .differences().stream().map(CompareWithPanelTest::words).toList();
    }

    private static String words(Difference difference) {
        return difference.check() + " " + difference.subject();
    }

    private static PanelState aDayLess(PanelState state) {
        return new PanelState(
                state.disabled(),
                state.expireAt().minus(Duration.ofDays(1)),
                state.traffic(),
                state.reset(),
                state.devices(),
                state.serverGroups());
    }

    @Test
    void nothing_is_told_where_nothing_differs() {
        Stream.generate(this::granted).limit(3).toList();

        assertThat(result()).isEqualTo(new CompareWithPanel.Result.Compared(3, List.of()));
    }

    @Test
    void each_way_to_differ_is_told_and_nothing_is_mended() {
        List<AccessId> ids = Stream.generate(this::granted).limit(3).toList();
        AccessId stranger = Wishes.access();
        world.panel.meddle(ids.get(0), CompareWithPanelTest::aDayLess);
        world.panel.removeByHand(ids.get(1));
        world.panel
                .bring(stranger, Wishes.spec(world.clock.instant().plus(Duration.ofDays(9))))
                .await()
                .indefinitely();

        assertThat(told())
                .containsExactlyInAnyOrder(
                        "panel-user-differs " + ids.get(0).value(),
                        "panel-user-missing " + ids.get(1).value(),
                        "panel-user-unknown " + stranger.value());
        assertThat(world.reconcile().taken()).isZero();
    }

    @Test
    void what_is_on_its_way_to_the_panel_is_no_difference() {
        world.bought(buyer);

        assertThat(result()).isEqualTo(new CompareWithPanel.Result.Compared(0, List.of()));
    }

    @Test
    void a_silent_panel_proves_nothing() {
        granted();
        world.panel.down(true);

        assertThat(result()).isInstanceOf(CompareWithPanel.Result.Unavailable.class);
    }
}
