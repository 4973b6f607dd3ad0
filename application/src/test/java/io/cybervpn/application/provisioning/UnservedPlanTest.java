package io.cybervpn.application.provisioning;

import static org.assertj.core.api.Assertions.assertThat;

import io.cybervpn.application.subscription.Purchases;
import io.cybervpn.domain.catalogue.Resources;
import io.cybervpn.domain.provisioning.AccessId;
import io.cybervpn.domain.provisioning.model.Access;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** R130: who bought what no panel of the shop gives is shown to staff, and gets nothing else. */
class UnservedPlanTest {
    private final ProvisioningWorld world = new ProvisioningWorld();

    @Test
    void a_machine_does_not_become_a_user_of_a_vpn_panel() {
        AccessId machine =
                world.bought(Purchases.buyer(), new Resources.Machine(100, 1_024, 10_240, 0, 0, 0));
        AccessId line = world.bought(Purchases.buyer(), new Resources.Line(100_000, 50_000));

        assertThat(world.reconcile()).isEqualTo(new ReconcileAccess.Result(2, 0));

        assertThat(world.access(machine)).isInstanceOf(Access.Parked.class);
        assertThat(world.access(line)).isInstanceOf(Access.Parked.class);
        assertThat(world.panel.users(Optional.empty(), 10).await().indefinitely().entries())
                .isEmpty();
    }
}
