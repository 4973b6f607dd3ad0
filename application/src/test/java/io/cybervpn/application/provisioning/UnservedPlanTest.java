package io.cybervpn.application.provisioning;

import static org.assertj.core.api.Assertions.assertThat;

import io.cybervpn.application.subscription.Purchases;
import io.cybervpn.domain.billing.OrderId;
import io.cybervpn.domain.billing.OrderPaid;
import io.cybervpn.domain.catalogue.Entitlement;
import io.cybervpn.domain.catalogue.PlanId;
import io.cybervpn.domain.catalogue.Resources;
import io.cybervpn.domain.provisioning.AccessId;
import io.cybervpn.domain.provisioning.model.Access;
import io.cybervpn.domain.shared.Asset;
import io.cybervpn.domain.shared.Money;
import io.cybervpn.domain.subscription.SubscriptionExtended;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** R130: who bought what no panel of the shop gives is shown to staff, and gets nothing else. */
class UnservedPlanTest {
    private final ProvisioningWorld world = new ProvisioningWorld();

    private AccessId bought(Resources resources) {
        Entitlement vpn = Purchases.LIMITED;
        OrderPaid order =
                new OrderPaid(
                        new OrderId(UUID.randomUUID()),
                        Purchases.buyer(),
                        new PlanId(UUID.randomUUID()),
                        Map.of("en", "A server"),
                        30,
                        new Entitlement(
                                vpn.trafficBytes(),
                                vpn.reset(),
                                vpn.devices(),
                                vpn.serverGroups(),
                                resources),
                        Optional.empty(),
                        new Money(99_000, Asset.RUB),
                        world.clock.instant(),
                        world.clock.instant());
        world.subscriptions.extend.handle(order).await().indefinitely();
        return world.desired(
                world.subscriptions.outbox.events(SubscriptionExtended.class).getLast());
    }

    @Test
    void a_machine_does_not_become_a_user_of_a_vpn_panel() {
        AccessId machine = bought(new Resources.Machine(100, 1_024, 10_240, 0, 0, 0));
        AccessId line = bought(new Resources.Line(100_000, 50_000));

        assertThat(world.reconcile()).isEqualTo(new ReconcileAccess.Result(2, 0));

        assertThat(world.access(machine)).isInstanceOf(Access.Parked.class);
        assertThat(world.access(line)).isInstanceOf(Access.Parked.class);
        assertThat(world.panel.users(Optional.empty(), 10).await().indefinitely().entries())
                .isEmpty();
    }
}
