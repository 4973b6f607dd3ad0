package io.cybervpn.application.provisioning;

import static org.assertj.core.api.Assertions.assertThat;

import io.cybervpn.application.provisioning.port.PanelNotices.Notice;
import io.cybervpn.application.shared.Actor;
import io.cybervpn.application.shared.Inbox;
import io.cybervpn.application.shared.InboxHandler;
import io.cybervpn.application.shared.Permission;
import io.cybervpn.application.subscription.Purchases;
import io.cybervpn.domain.identity.AccountId;
import io.cybervpn.domain.provisioning.AccessGranted;
import io.cybervpn.domain.provisioning.AccessId;
import io.cybervpn.domain.provisioning.PanelId;
import io.cybervpn.domain.provisioning.PanelNodeNoticed;
import io.cybervpn.domain.provisioning.model.Access;
import io.cybervpn.domain.provisioning.model.PanelState;
import io.cybervpn.domain.provisioning.model.Sight;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** R114, R121–R125, R128: the panel drifts, tells, and is brought back; staff retry. */
class WatchAndRetryTest {
    private final ProvisioningWorld world = new ProvisioningWorld();
    private final AccountId buyer = Purchases.buyer();

    private AccessId granted() {
        AccessId id = world.bought(buyer);
        assertThat(world.reconcile().ready()).isEqualTo(1);
        return id;
    }

    private static PanelState switchedOff(PanelState state) {
        return new PanelState(
                true,
                state.expireAt(),
                state.traffic(),
                state.reset(),
                state.devices(),
                state.serverGroups());
    }

    @Test
    void a_sweep_over_many_pages_finds_nothing_where_nothing_drifted() {
        List<AccessId> ids = Stream.generate(this::granted).limit(5).toList();

        assertThat(world.sweep()).isEqualTo(new SweepPanel.Result.Swept(5, 0, 0, 0, List.of()));
        assertThat(world.reconcile().taken()).isZero();
        assertThat(ids).hasSize(5);
    }

    @Test
    void what_was_changed_or_deleted_by_hand_is_brought_back() {
        List<AccessId> ids = Stream.generate(this::granted).limit(5).toList();
        world.panel.meddle(ids.get(1), WatchAndRetryTest::switchedOff);
        world.panel.removeByHand(ids.get(3));
        world.panel.use(ids.get(0), 4_096);

        assertThat(world.sweep()).isEqualTo(new SweepPanel.Result.Swept(4, 0, 1, 1, List.of()));
        assertThat(world.reconcile()).isEqualTo(new ReconcileAccess.Result(2, 2));

        assertThat(world.panel.state(ids.get(1)).orElseThrow().disabled()).isFalse();
        assertThat(world.panel.state(ids.get(3))).isPresent();
        assertThat(((Sight.Seen) world.access(ids.get(0)).sight()).user().usedTrafficBytes())
                .isEqualTo(4_096);
        assertThat(world.outbox.events(AccessGranted.class)).hasSize(5);
    }

    @Test
    void a_user_of_ours_without_a_record_is_counted_and_left_alone() {
        AccessId orphan = Wishes.access();
        world.panel
                .bring(orphan, Wishes.spec(world.clock.instant().plus(Duration.ofDays(9))))
                .await()
                .indefinitely();

        assertThat(world.sweep()).isEqualTo(new SweepPanel.Result.Swept(1, 1, 0, 0, List.of()));
        assertThat(world.panel.state(orphan)).isPresent();
    }

    @Test
    void only_one_sweep_is_done_in_its_time() {
        SweepPanel.Command command = new SweepPanel.Command(Duration.ofMinutes(15), 2);

        assertThat(world.sweep()).isInstanceOf(SweepPanel.Result.Swept.class);
        assertThat(world.sweep.execute(command).await().indefinitely())
                .isEqualTo(new SweepPanel.Result.NotDue());
    }

    @Test
    void a_sweep_that_breaks_off_takes_nobody_for_missing() {
        AccessId id = granted();
        world.panel.down(true);

        assertThat(world.sweep())
                .isEqualTo(new SweepPanel.Result.Swept(0, 0, 0, 0, List.of(PanelId.CONFIGURED)));

        world.panel.down(false);
        assertThat(world.reconcile().taken()).isZero();
        assertThat(world.access(id)).isInstanceOf(Access.Ready.class);
    }

    @Test
    void a_push_about_a_user_has_him_looked_at_once_more() {
        AccessId id = granted();
        world.panel.removeByHand(id);
        world.notice.set(new Notice.AboutAccess("user.deleted", id));

        assertThat(applied().outcome()).isEqualTo(Inbox.Outcome.APPLIED);
        assertThat(applied().outcome()).isEqualTo(Inbox.Outcome.APPLIED);
        assertThat(world.reconcile().ready()).isEqualTo(1);

        assertThat(world.panel.state(id)).isPresent();
        assertThat(world.outbox.events(AccessGranted.class)).hasSize(1);
    }

    @Test
    void other_pushes_are_ignored_and_unreadable_ones_flagged() {
        world.notice.set(new Notice.OfNoInterest("node.connection_lost"));
        assertThat(applied())
                .isEqualTo(new InboxHandler.Applied(Inbox.Outcome.IGNORED, "node.connection_lost"));

        world.notice.set(new Notice.Unreadable("no event of the panel"));
        assertThat(applied().outcome()).isEqualTo(Inbox.Outcome.FLAGGED);
        assertThat(world.applyNotice.handles("remnawave")).isTrue();
        assertThat(world.applyNotice.handles("cryptobot")).isFalse();
    }

    @Test
    void what_happens_to_nodes_is_told_on_and_what_people_must_see_is_flagged() {
        AccessId id = world.bought(buyer);
        world.notice.set(new Notice.AboutNode("node.connection_lost", "n-1"));

        assertThat(applied().outcome()).isEqualTo(Inbox.Outcome.APPLIED);
        assertThat(world.outbox.events(PanelNodeNoticed.class))
                .containsExactly(
                        new PanelNodeNoticed("node.connection_lost", "n-1", world.clock.instant()));

        world.notice.set(new Notice.ForStaff("torrent_blocker.report", Optional.of(id)));
        assertThat(applied())
                .isEqualTo(
                        new InboxHandler.Applied(
                                Inbox.Outcome.FLAGGED, "torrent_blocker.report " + id.value()));
        world.notice.set(new Notice.ForStaff("service.login_attempt_failed", Optional.empty()));
        assertThat(applied().note()).isEqualTo("service.login_attempt_failed");
    }

    private InboxHandler.Applied applied() {
        Inbox.Message message =
                new Inbox.Message(
                        UUID.randomUUID(), "remnawave", "key", "{}", world.clock.instant(), 1);
        return world.unitOfWork.run(() -> world.applyNotice.apply(message)).await().indefinitely();
    }

    @Test
    void staff_with_the_right_retry_a_parked_record_and_nobody_else() {
        AccessId id = world.bought(buyer);
        world.panel.groups(Set.of());
        world.reconcile();
        world.panel.groups(Set.of("Basic", "Default-Squad"));
        AccountId admin = Purchases.buyer();

        assertThat(retried(new Actor.Customer(buyer), id))
                .isInstanceOf(RetryParkedAccess.Result.Denied.class);
        assertThat(retried(new Actor.Staff(admin, Set.of(Permission.PROVISIONING_READ)), id))
                .isInstanceOf(RetryParkedAccess.Result.Denied.class);
        Actor staff = new Actor.Staff(admin, Set.of(Permission.PROVISIONING_WRITE));
        assertThat(retried(staff, id)).isInstanceOf(RetryParkedAccess.Result.Due.class);
        world.reconcile();

        assertThat(world.access(id)).isInstanceOf(Access.Ready.class);
        assertThat(retried(staff, id)).isInstanceOf(RetryParkedAccess.Result.NotParked.class);
        assertThat(retried(staff, Wishes.access()))
                .isInstanceOf(RetryParkedAccess.Result.NoSuchAccess.class);
        assertThat(world.audit.actions()).containsExactly("provisioning.retry");
    }

    private RetryParkedAccess.Result retried(Actor actor, AccessId id) {
        return world.retry.execute(new RetryParkedAccess.Command(actor, id)).await().indefinitely();
    }

    @Test
    void the_link_is_the_buyers_alone_and_survives_a_renewal_on_its_way() {
        var event = world.paid(buyer, Optional.empty());
        AccessId id = new AccessId(event.subscription().value());
        assertThat(link(new Actor.Customer(buyer), id))
                .isInstanceOf(FindAccessLink.Result.NotReady.class);
        assertThat(world.desired(event)).isEqualTo(id);
        assertThat(link(new Actor.Customer(buyer), id))
                .isInstanceOf(FindAccessLink.Result.NotReady.class);
        world.reconcile();
        FindAccessLink.Result first = link(new Actor.Customer(buyer), id);
        assertThat(first).isInstanceOf(FindAccessLink.Result.Found.class);

        assertThat(world.desired(world.paid(buyer, Optional.of(event.subscription()))))
                .isEqualTo(id);

        assertThat(link(new Actor.Customer(buyer), id)).isEqualTo(first);
        assertThat(link(new Actor.Customer(Purchases.buyer()), id))
                .isInstanceOf(FindAccessLink.Result.NoSuchSubscription.class);
        assertThat(link(new Actor.Guest(), id))
                .isInstanceOf(FindAccessLink.Result.NoSuchSubscription.class);
    }

    private FindAccessLink.Result link(Actor actor, AccessId id) {
        return world.findLink.execute(new FindAccessLink.Query(actor, id)).await().indefinitely();
    }
}
