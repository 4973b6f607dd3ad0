package io.cybervpn.application.provisioning;

import static org.assertj.core.api.Assertions.assertThat;

import io.cybervpn.application.provisioning.port.PanelHealth.Circuit;
import io.cybervpn.application.shared.Actor;
import io.cybervpn.application.shared.Permission;
import io.cybervpn.application.subscription.Purchases;
import io.cybervpn.domain.identity.AccountId;
import io.cybervpn.domain.provisioning.AccessId;
import io.cybervpn.domain.provisioning.PanelId;
import io.cybervpn.domain.provisioning.PanelMode;
import io.cybervpn.domain.provisioning.model.Access;
import io.cybervpn.domain.provisioning.model.Sight;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** R127: from one panel to another without a gap, whatever happens on the way. */
class DrainAndTransferTest {
    private final ProvisioningWorld world = new ProvisioningWorld();

    private List<AccessId> granted(int count) {
        List<AccessId> ids =
                Stream.generate(() -> world.bought(Purchases.buyer())).limit(count).toList();
        world.reconcile();
        return ids;
    }

    private PanelId second() {
        return world.panels.all().getLast().panel().id();
    }

    private DrainPanels.Result drained() {
        return world.drain.execute(new DrainPanels.Command(2)).await().indefinitely();
    }

    private int removed(PanelId panel) {
        return world.removeLeavings
                .execute(new RemoveLeavings.Command(panel, 100))
                .await()
                .indefinitely()
                .removed();
    }

    private TransferAccess.Result transferred(AccessId id, Optional<PanelId> to) {
        Actor staff =
                new Actor.Staff(
                        new AccountId(UUID.randomUUID()), Set.of(Permission.PROVISIONING_WRITE));
        return world.transfer
                .execute(new TransferAccess.Command(staff, id, to))
                .await()
                .indefinitely();
    }

    private PanelId seenAt(AccessId id) {
        return ((Sight.Seen) world.access(id).sight()).user().panel();
    }

    @Test
    void a_draining_panel_is_emptied_and_each_user_lives_on_exactly_one_panel() {
        List<AccessId> ids = granted(5);
        InMemoryPanel another = world.another(100);
        world.panels.mode(PanelId.CONFIGURED, PanelMode.DRAINING);

        assertThat(drained()).isEqualTo(new DrainPanels.Result(5, 0));
        assertThat(ids).allMatch(id -> world.panel.state(id).isPresent());
        assertThat(ids).allMatch(id -> seenAt(id).equals(PanelId.CONFIGURED));

        assertThat(world.reconcile().ready()).isEqualTo(5);
        assertThat(ids).allMatch(id -> world.panel.state(id).isPresent());
        assertThat(ids).allMatch(id -> another.state(id).isPresent());
        assertThat(ids).allMatch(id -> seenAt(id).equals(second()));

        assertThat(removed(PanelId.CONFIGURED)).isEqualTo(5);
        assertThat(ids).noneMatch(id -> world.panel.state(id).isPresent());
        assertThat(world.leavings.count()).isZero();
        assertThat(drained()).isEqualTo(new DrainPanels.Result(0, 0));
    }

    @Test
    void the_old_user_stays_as_long_as_the_new_one_is_not_there() {
        AccessId id = granted(1).getFirst();
        InMemoryPanel another = world.another(100);
        another.down(true);
        assertThat(transferred(id, Optional.of(second())))
                .isEqualTo(new TransferAccess.Result.Moved(second()));
        world.reconcile();

        world.clock.advance(Duration.ofHours(1));
        assertThat(removed(PanelId.CONFIGURED)).isZero();
        assertThat(world.panel.state(id)).isPresent();
        assertThat(seenAt(id)).isEqualTo(PanelId.CONFIGURED);

        another.down(false);
        world.reconcile();
        assertThat(removed(PanelId.CONFIGURED)).isEqualTo(1);
    }

    @Test
    void whose_groups_no_other_panel_takes_stays() {
        granted(3);
        world.another(100, "Elsewhere");
        world.panels.mode(PanelId.CONFIGURED, PanelMode.DRAINING);

        assertThat(drained()).isEqualTo(new DrainPanels.Result(0, 3));
    }

    @Test
    void a_lost_answer_of_a_move_that_is_taken_back_leaves_nobody_behind() {
        AccessId id = granted(1).getFirst();
        InMemoryPanel another = world.another(100);
        another.loseNextAnswer();
        assertThat(transferred(id, Optional.of(second())))
                .isInstanceOf(TransferAccess.Result.Moved.class);
        world.reconcile();
        assertThat(another.state(id)).isPresent();

        assertThat(transferred(id, Optional.of(PanelId.CONFIGURED)))
                .isInstanceOf(TransferAccess.Result.Moved.class);
        assertThat(removed(second())).isZero();
        world.reconcile();
        world.clock.advance(ReconcileAccess.LEASE);

        assertThat(removed(second())).isEqualTo(1);
        assertThat(another.state(id)).isEmpty();
        assertThat(world.panel.state(id)).isPresent();
        assertThat(removed(PanelId.CONFIGURED)).isZero();
    }

    @Test
    void who_comes_back_before_he_is_removed_is_not_removed() {
        AccessId id = granted(1).getFirst();
        world.another(100);
        assertThat(transferred(id, Optional.empty()))
                .isEqualTo(new TransferAccess.Result.Moved(second()));
        world.reconcile();
        assertThat(transferred(id, Optional.of(PanelId.CONFIGURED)))
                .isInstanceOf(TransferAccess.Result.Moved.class);

        assertThat(removed(PanelId.CONFIGURED)).isZero();
        assertThat(world.panel.state(id)).isPresent();
        world.reconcile();
        assertThat(removed(second())).isEqualTo(1);
    }

    @Test
    void a_panel_that_does_not_answer_is_asked_to_remove_again() {
        AccessId id = granted(1).getFirst();
        world.another(100);
        assertThat(transferred(id, Optional.empty()))
                .isInstanceOf(TransferAccess.Result.Moved.class);
        world.reconcile();
        world.panel.loseNextAnswer();

        assertThat(removed(PanelId.CONFIGURED)).isZero();
        assertThat(removed(PanelId.CONFIGURED)).isZero();
        world.clock.advance(Duration.ofSeconds(2));
        assertThat(removed(PanelId.CONFIGURED)).isEqualTo(1);
    }

    @Test
    void a_backup_that_was_played_back_brings_nobody_back_for_long() {
        AccessId id = granted(1).getFirst();
        InMemoryPanel another = world.another(100);
        assertThat(transferred(id, Optional.empty()))
                .isInstanceOf(TransferAccess.Result.Moved.class);
        world.reconcile();
        assertThat(removed(PanelId.CONFIGURED)).isEqualTo(1);
        world.panel.bring(id, world.access(id).desire().spec()).await().indefinitely();

        assertThat(world.sweep()).isInstanceOf(SweepPanel.Result.Swept.class);

        assertThat(removed(PanelId.CONFIGURED)).isEqualTo(1);
        assertThat(world.panel.state(id)).isEmpty();
        assertThat(another.state(id)).isPresent();
    }

    @Test
    void a_transfer_is_refused_where_it_cannot_be() {
        AccessId id = granted(1).getFirst();
        PanelId nowhere = new PanelId(UUID.randomUUID());

        assertThat(transferred(id, Optional.empty()))
                .isEqualTo(new TransferAccess.Result.NoPlace());
        assertThat(transferred(id, Optional.of(nowhere)))
                .isEqualTo(new TransferAccess.Result.NoSuchPanel());
        assertThat(transferred(Wishes.access(), Optional.empty()))
                .isEqualTo(new TransferAccess.Result.NoSuchAccess());
        assertThat(transferred(id, Optional.of(PanelId.CONFIGURED)))
                .isEqualTo(new TransferAccess.Result.Unchanged(PanelId.CONFIGURED));
        world.another(100, "Elsewhere");
        assertThat(transferred(id, Optional.of(second())))
                .isEqualTo(new TransferAccess.Result.NoPlace());
        Actor other = new Actor.Staff(new AccountId(UUID.randomUUID()), Set.of());
        assertThat(
                        world.transfer
                                .execute(new TransferAccess.Command(other, id, Optional.empty()))
                                .await()
                                .indefinitely())
                .isEqualTo(new TransferAccess.Result.Forbidden());
    }

    @Test
    void nothing_is_removed_from_a_panel_whose_circuit_is_open() {
        AccessId id = granted(1).getFirst();
        world.another(100);
        assertThat(transferred(id, Optional.empty()))
                .isInstanceOf(TransferAccess.Result.Moved.class);
        world.reconcile();
        world.panels.circuit(PanelId.CONFIGURED, Circuit.OPEN);

        assertThat(removed(PanelId.CONFIGURED)).isZero();
        assertThat(world.access(id)).isInstanceOf(Access.Ready.class);
        assertThat(world.leavings.count()).isEqualTo(1);
    }
}
