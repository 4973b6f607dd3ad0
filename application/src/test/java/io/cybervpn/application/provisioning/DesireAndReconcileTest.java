package io.cybervpn.application.provisioning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cybervpn.application.subscription.Purchases;
import io.cybervpn.domain.catalogue.Resources;
import io.cybervpn.domain.identity.AccountId;
import io.cybervpn.domain.provisioning.AccessGranted;
import io.cybervpn.domain.provisioning.AccessId;
import io.cybervpn.domain.provisioning.PanelId;
import io.cybervpn.domain.provisioning.PanelKind;
import io.cybervpn.domain.provisioning.model.Access;
import io.cybervpn.domain.provisioning.model.Sight;
import io.cybervpn.domain.renewal.Scope;
import io.cybervpn.domain.renewal.model.DunningPolicy;
import io.cybervpn.domain.renewal.model.ScopedPolicy;
import io.cybervpn.domain.subscription.SubscriptionExtended;
import io.cybervpn.domain.subscription.SubscriptionId;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** R108, R113, R128, R130–R134, R159: paid means provisioned, once for each change of the wish. */
class DesireAndReconcileTest {
    private final ProvisioningWorld world = new ProvisioningWorld();
    private final AccountId buyer = Purchases.buyer();

    @Test
    void a_paid_subscription_is_on_the_panel_after_one_round() {
        AccessId id = world.bought(buyer);

        assertThat(world.reconcile()).isEqualTo(new ReconcileAccess.Result(1, 1));

        assertThat(world.access(id)).isInstanceOf(Access.Ready.class);
        assertThat(world.panel.state(id).orElseThrow().expireAt())
                .isEqualTo(Purchases.NOON.plus(Duration.ofDays(30)));
        assertThat(world.outbox.events(AccessGranted.class))
                .containsExactly(new AccessGranted(id, buyer, world.clock.instant()));
        assertThat(world.reconcile()).isEqualTo(new ReconcileAccess.Result(0, 0));
    }

    @Test
    void access_goes_on_in_the_grace_that_its_owner_has() {
        DunningPolicy lenient = new DunningPolicy(List.of(), 0, List.of(), 3, Optional.empty());
        world.unitOfWork
                .run(
                        () ->
                                world.policies.put(
                                        new ScopedPolicy(new Scope.OfCustomer(buyer), lenient, 1),
                                        world.clock.instant()))
                .await()
                .indefinitely();

        AccessId id = world.bought(buyer);
        world.reconcile();

        assertThat(world.panel.state(id).orElseThrow().expireAt())
                .isEqualTo(Purchases.NOON.plus(Duration.ofDays(33)));
    }

    @Test
    void where_the_panel_lets_it_run_on_it_is_stopped_at_its_end() {
        world.panels.kind(PanelId.CONFIGURED, PanelKind.PTERODACTYL);
        AccessId id = world.bought(buyer, new Resources.Machine(100, 1_024, 10_240, 0, 0, 0));
        world.reconcile();
        world.clock.advance(Duration.ofDays(30).minusMillis(1));
        assertThat(world.reconcile().taken()).isZero();
        assertThat(world.panel.state(id).orElseThrow().disabled()).isFalse();

        world.clock.advance(Duration.ofMillis(1));

        assertThat(world.reconcile()).isEqualTo(new ReconcileAccess.Result(1, 1));
        assertThat(world.panel.state(id).orElseThrow().disabled()).isTrue();
        world.clock.advance(Duration.ofDays(1));
        assertThat(world.reconcile().taken()).isZero();
    }

    @Test
    void a_repeated_event_changes_nothing() {
        SubscriptionExtended event = world.paid(buyer, Optional.empty());
        AccessId id = world.desired(event);
        world.reconcile();
        AccessId again = world.desired(event);

        assertThat(again).isEqualTo(id);
        assertThat(world.access(id).desire().generation()).isEqualTo(1);
        assertThat(world.reconcile().taken()).isZero();
    }

    @Test
    void events_out_of_order_end_in_what_is_owed_now() {
        SubscriptionExtended first = world.paid(buyer, Optional.empty());
        SubscriptionId subscription = first.subscription();
        SubscriptionExtended second = world.paid(buyer, Optional.of(subscription));

        AccessId id = world.desired(second);
        AccessId same = world.desired(first);
        world.reconcile();

        assertThat(same).isEqualTo(id);
        assertThat(world.access(id).desire().generation()).isEqualTo(1);
        assertThat(world.panel.state(id).orElseThrow().expireAt()).isEqualTo(second.expireAt());
    }

    @Test
    void an_event_of_a_subscription_that_never_was_is_delivered_again() {
        SubscriptionExtended real = world.paid(buyer, Optional.empty());
        SubscriptionExtended strange =
                new SubscriptionExtended(
                        Purchases.subscriptionId(),
                        buyer,
                        real.expireAt(),
                        real.entitlement(),
                        real.at());

        assertThatThrownBy(() -> world.desire.handle(strange).await().indefinitely())
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void a_renewal_is_granted_again_under_the_same_link() {
        AccessId id = world.bought(buyer);
        world.reconcile();
        Sight before = world.access(id).sight();
        AccessId renewed =
                world.desired(world.paid(buyer, Optional.of(new SubscriptionId(id.value()))));
        world.reconcile();

        assertThat(renewed).isEqualTo(id);
        assertThat(world.outbox.events(AccessGranted.class)).hasSize(2);
        assertThat(((Sight.Seen) world.access(id).sight()).user())
                .isEqualTo(((Sight.Seen) before).user());
    }

    @Test
    void a_panel_that_is_down_for_an_hour_only_delays() {
        AccessId id = world.bought(buyer);
        world.panel.down(true);
        for (int i = 0; i < 60; i++) {
            assertThat(world.reconcile().ready()).isZero();
            world.clock.advance(Duration.ofMinutes(1));
        }
        assertThat(world.access(id)).isInstanceOf(Access.Failing.class);
        assertThat(world.panel.calls()).isLessThan(30);

        world.panel.down(false);
        world.clock.advance(Duration.ofMinutes(10));
        world.reconcile();

        assertThat(world.access(id)).isInstanceOf(Access.Ready.class);
        assertThat(world.outbox.events(AccessGranted.class)).hasSize(1);
    }

    @Test
    void a_lost_answer_is_unknown_and_tried_again() {
        AccessId id = world.bought(buyer);
        world.panel.loseNextAnswer();
        world.reconcile();
        assertThat(world.access(id)).isInstanceOf(Access.Failing.class);

        world.clock.advance(Duration.ofSeconds(1));
        world.reconcile();

        assertThat(world.access(id)).isInstanceOf(Access.Ready.class);
    }

    @Test
    void a_missing_server_group_parks_the_record_until_staff_retry() {
        AccessId id = world.bought(buyer);
        world.panel.groups(Set.of());
        world.reconcile();

        assertThat(world.access(id)).isInstanceOf(Access.Parked.class);
        world.clock.advance(Duration.ofDays(1));
        assertThat(world.reconcile().taken()).isZero();
        assertThat(world.outbox.events()).isEmpty();
    }

    @Test
    void a_wish_that_changes_while_the_panel_works_is_brought_too() {
        SubscriptionExtended first = world.paid(buyer, Optional.empty());
        AccessId id = world.desired(first);
        world.panel.meanwhile(
                () -> world.desired(world.paid(buyer, Optional.of(first.subscription()))));
        world.reconcile();
        assertThat(world.access(id)).isInstanceOf(Access.Pending.class);

        world.reconcile();

        assertThat(world.access(id)).isInstanceOf(Access.Ready.class);
        assertThat(world.panel.state(id).orElseThrow().expireAt())
                .isEqualTo(first.expireAt().plus(Duration.ofDays(30)));
        assertThat(world.outbox.events(AccessGranted.class)).hasSize(1);
    }

    @Test
    void an_outcome_that_cannot_be_stored_is_brought_again_after_the_lease() {
        AccessId id = world.bought(buyer);
        world.outbox.failFromNowOn(true);
        assertThat(world.reconcile()).isEqualTo(new ReconcileAccess.Result(1, 0));
        world.outbox.failFromNowOn(false);
        assertThat(world.reconcile().taken()).isZero();

        world.clock.advance(ReconcileAccess.LEASE);
        world.reconcile();

        assertThat(world.access(id)).isInstanceOf(Access.Ready.class);
        assertThat(world.outbox.events(AccessGranted.class)).hasSize(1);
    }
}
