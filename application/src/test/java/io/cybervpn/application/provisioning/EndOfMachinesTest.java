package io.cybervpn.application.provisioning;

import static org.assertj.core.api.Assertions.assertThat;

import io.cybervpn.application.subscription.Purchases;
import io.cybervpn.application.subscription.TerminateSubscription;
import io.cybervpn.domain.catalogue.Resources;
import io.cybervpn.domain.identity.AccountId;
import io.cybervpn.domain.provisioning.AccessGranted;
import io.cybervpn.domain.provisioning.AccessId;
import io.cybervpn.domain.provisioning.PanelId;
import io.cybervpn.domain.provisioning.PanelKind;
import io.cybervpn.domain.provisioning.RemovalNear;
import io.cybervpn.domain.provisioning.model.Access;
import io.cybervpn.domain.subscription.SubscriptionId;
import io.cybervpn.domain.subscription.SubscriptionTerminated;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** R130: what becomes of a machine whose subscription was taken away. */
class EndOfMachinesTest {
    private static final Duration KEPT = Duration.ofDays(7);
    private static final Resources SIZE = new Resources.Machine(100, 2_048, 10_240, 0, 0, 0);

    private final ProvisioningWorld world = new ProvisioningWorld();
    private final AccountId buyer = Purchases.buyer();

    private AccessId machine() {
        world.panels.kind(PanelId.CONFIGURED, PanelKind.PTERODACTYL);
        AccessId id = world.bought(buyer, SIZE);
        assertThat(world.reconcile().ready()).isEqualTo(1);
        return id;
    }

    /** A month later, nothing having been paid. */
    private void takenAway(AccessId id) {
        world.clock.advance(Duration.ofDays(30));
        world.reconcile();
        SubscriptionId subscription = new SubscriptionId(id.value());
        new TerminateSubscription(
                        world.unitOfWork,
                        world.subscriptions.subscriptions,
                        world.subscriptions.outbox,
                        world.clock)
                .execute(new TerminateSubscription.Command(subscription, world.clock.instant()))
                .await()
                .indefinitely();
        SubscriptionTerminated told =
                world.subscriptions.outbox.events(SubscriptionTerminated.class).getLast();
        world.withdraw.handle(told).await().indefinitely();
        world.withdraw.handle(told).await().indefinitely();
    }

    private void paysAgain(AccessId id) {
        AccessId same =
                world.desired(world.paid(buyer, Optional.of(new SubscriptionId(id.value())), SIZE));
        assertThat(same).isEqualTo(id);
    }

    private int told() {
        return world.tellOfRemovals
                .execute(new TellOfRemovals.Command(10))
                .await()
                .indefinitely()
                .told();
    }

    private boolean isThere(AccessId id) {
        return world.panel.state(id).isPresent();
    }

    @Test
    void it_is_kept_stopped_for_a_while_and_removed_once() {
        AccessId id = machine();
        takenAway(id);
        Instant removeAt = world.clock.instant().plus(KEPT);

        world.reconcile();

        assertThat(world.access(id)).isInstanceOf(Access.Ready.class);
        assertThat(world.access(id).desire().spec().removeAt()).contains(removeAt);
        assertThat(world.panel.state(id).orElseThrow().disabled()).isTrue();
        world.clock.advance(KEPT.minusMillis(1));
        assertThat(world.reconcile().taken()).isZero();

        world.clock.advance(Duration.ofMillis(1));
        world.reconcile();

        assertThat(isThere(id)).isFalse();
        assertThat(world.access(id)).isInstanceOf(Access.Removed.class);
        assertThat(world.audit.actions()).containsExactly("provisioning.remove_machine");
        int calls = world.panel.calls();
        world.clock.advance(Duration.ofDays(30));
        assertThat(world.reconcile().taken()).isZero();
        world.sweep();
        assertThat(world.reconcile().taken()).isZero();
        assertThat(world.panel.calls()).isEqualTo(calls + 1);
    }

    @Test
    void its_owner_is_told_once_some_days_before() {
        AccessId id = machine();
        takenAway(id);
        Instant removeAt = world.clock.instant().plus(KEPT);
        assertThat(told()).isZero();

        world.clock.advance(Duration.ofDays(4));

        assertThat(told()).isEqualTo(1);
        assertThat(told()).isZero();
        assertThat(world.outbox.events(RemovalNear.class))
                .containsExactly(new RemovalNear(id, buyer, removeAt, world.clock.instant()));
    }

    @Test
    void who_pays_again_in_time_has_it_back_as_it_was() {
        AccessId id = machine();
        takenAway(id);
        world.reconcile();
        world.clock.advance(KEPT.minusDays(1));

        paysAgain(id);
        world.reconcile();
        world.clock.advance(Duration.ofDays(2));
        world.reconcile();

        assertThat(world.panel.state(id).orElseThrow().disabled()).isFalse();
        assertThat(world.access(id).desire().spec().removeAt()).isEmpty();
        assertThat(world.audit.actions()).isEmpty();
    }

    @Test
    void who_pays_too_late_gets_a_new_one() {
        AccessId id = machine();
        takenAway(id);
        world.clock.advance(KEPT);
        world.reconcile();
        assertThat(isThere(id)).isFalse();

        paysAgain(id);

        assertThat(world.reconcile().ready()).isEqualTo(1);
        assertThat(isThere(id)).isTrue();
        assertThat(world.outbox.events(AccessGranted.class)).hasSize(2);
    }

    @Test
    void a_lost_answer_is_asked_for_again_and_noted_once() {
        AccessId id = machine();
        takenAway(id);
        world.clock.advance(KEPT);
        world.panel.loseNextAnswer();

        world.reconcile();

        assertThat(world.access(id)).isInstanceOf(Access.Failing.class);
        assertThat(world.audit.actions()).isEmpty();
        world.clock.advance(Duration.ofMinutes(1));
        world.reconcile();
        assertThat(world.access(id)).isInstanceOf(Access.Removed.class);
        assertThat(world.audit.actions()).hasSize(1);
    }

    @Test
    void who_pays_while_it_is_removed_gets_a_new_one() {
        AccessId id = machine();
        takenAway(id);
        world.clock.advance(KEPT);
        world.panel.meanwhile(() -> paysAgain(id));

        world.reconcile();
        world.reconcile();

        assertThat(isThere(id)).isTrue();
        assertThat(world.access(id)).isInstanceOf(Access.Ready.class);
        assertThat(world.audit.actions()).hasSize(1);
    }

    @Test
    void a_user_of_a_vpn_is_switched_off_and_stays() {
        AccessId id = world.bought(buyer);
        world.reconcile();
        takenAway(id);
        world.clock.advance(Duration.ofDays(400));

        world.reconcile();

        assertThat(isThere(id)).isTrue();
        assertThat(world.access(id).desire().spec().removeAt()).isEmpty();
        assertThat(told()).isZero();
    }
}
