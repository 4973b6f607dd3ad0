package io.cybervpn.application.provisioning;

import static org.assertj.core.api.Assertions.assertThat;

import io.cybervpn.domain.provisioning.AccessId;
import io.cybervpn.domain.provisioning.PanelId;
import io.cybervpn.domain.provisioning.model.Access;
import io.cybervpn.domain.provisioning.model.AccessSpec;
import io.cybervpn.domain.provisioning.model.Brought;
import io.cybervpn.domain.provisioning.model.Redesire;
import io.cybervpn.domain.provisioning.model.Sight;
import io.cybervpn.domain.provisioning.model.TrafficReading;
import io.cybervpn.domain.provisioning.repository.Accesses;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What every store of desired states does. Other records may be there and may be due. */
public abstract class AccessesContract extends AccessQueueContract {
    @Test
    void each_state_is_found_as_it_was_stored() {
        Access.Pending pending = added();
        AccessId id = pending.desire().id();
        assertThat(stored(id)).isEqualTo(pending);

        Access failing = pending.failed(1, "no answer", NOW);
        run(() -> accesses().settle(failing, NOW));
        assertThat(stored(id)).isEqualTo(failing);

        Access parked = failing.refused(1, "no squad named Basic", NOW);
        run(() -> accesses().settle(parked, NOW));
        assertThat(stored(id)).isEqualTo(parked);

        Access.Ready ready = granted(((Access.Parked) parked).retry(NOW), Wishes.user());
        run(() -> accesses().settle(ready, NOW));
        assertThat(stored(id)).isEqualTo(ready);
        assertThat(run(() -> accesses().lock(id))).contains(ready);
    }

    @Test
    void unlimited_is_stored_as_such_and_no_groups_as_none() {
        AccessSpec unlimited = new AccessSpec(false, NOW.plusSeconds(1), Wishes.UNLIMITED);
        Access.Pending pending =
                Access.first(
                        Wishes.access(),
                        added().desire().account(),
                        PanelId.CONFIGURED,
                        unlimited,
                        NOW);
        run(() -> accesses().add(pending, NOW));

        assertThat(stored(pending.desire().id()).desire().spec()).isEqualTo(unlimited);
    }

    @Test
    void a_second_first_wish_is_not_stored() {
        Access.Pending pending = added();
        AccessSpec other = new AccessSpec(true, NOW.plusSeconds(1), Wishes.UNLIMITED);
        Access.Pending second =
                Access.first(
                        pending.desire().id(),
                        pending.desire().account(),
                        PanelId.CONFIGURED,
                        other,
                        NOW);

        assertThat(run(() -> accesses().add(second, NOW))).isFalse();
        assertThat(stored(pending.desire().id())).isEqualTo(pending);
    }

    @Test
    void of_twenty_first_wishes_at_once_one_is_stored() {
        Access.Pending pending = Wishes.pending(NOW);
        List<CompletableFuture<Boolean>> all =
                IntStream.range(0, 20)
                        .mapToObj(
                                _ ->
                                        CompletableFuture.supplyAsync(
                                                () -> run(() -> accesses().add(pending, NOW))))
                        .toList();

        assertThat(all.stream().map(CompletableFuture::join).filter(added -> added)).hasSize(1);
    }

    @Test
    void absent_ones_are_not_found() {
        Access.Pending there = added();
        AccessId absent = Wishes.access();

        assertThat(run(() -> accesses().find(absent))).isEmpty();
        assertThat(run(() -> accesses().lock(absent))).isEmpty();
        assertThat(run(() -> accesses().findAll(Set.of(absent, there.desire().id()))))
                .containsExactly(there);
        assertThat(run(() -> accesses().findAll(Set.of()))).isEmpty();
    }

    @Test
    void a_claimed_record_is_hidden_until_its_lease_runs_out() {
        AccessId id = added().desire().id();

        assertThat(claimed(NOW.minusSeconds(1))).doesNotContain(id);
        assertThat(claimed(NOW)).contains(id);
        assertThat(claimed(NOW.plus(LEASE).minusSeconds(1))).doesNotContain(id);
        assertThat(claimed(NOW.plus(LEASE))).contains(id);
    }

    @Test
    void many_workers_at_once_never_share_a_record() {
        List<AccessId> ids = Stream.generate(() -> added().desire().id()).limit(20).toList();

        List<CompletableFuture<List<Access>>> workers =
                Stream.generate(this::claimThree).limit(12).toList();
        List<AccessId> claimed = new ArrayList<>();
        workers.forEach(
                worker -> worker.join().forEach(access -> claimed.add(access.desire().id())));

        assertThat(claimed).doesNotHaveDuplicates();
        assertThat(Collections.disjoint(claimed, ids)).isFalse();
    }

    private CompletableFuture<List<Access>> claimThree() {
        return CompletableFuture.supplyAsync(
                () ->
                        run(
                                () ->
                                        accesses()
                                                .claim(
                                                        PanelId.CONFIGURED,
                                                        3,
                                                        NOW.plusSeconds(1),
                                                        LEASE)));
    }

    @Test
    void a_failing_record_is_due_at_its_own_time_and_a_parked_one_never() {
        Access.Pending pending = added();
        AccessId id = pending.desire().id();
        Access.Failing failing = (Access.Failing) pending.failed(1, "no answer", NOW);
        assertThat(claimed(NOW)).contains(id);
        run(() -> accesses().settle(failing, NOW));

        assertThat(claimed(NOW)).doesNotContain(id);
        assertThat(claimed(failing.setback().retryAt())).contains(id);

        run(() -> accesses().settle(failing.refused(1, "no", NOW), NOW));
        assertThat(claimed(NOW.plus(Duration.ofDays(300)))).doesNotContain(id);
    }

    @Test
    void a_hint_makes_a_ready_record_due_once() {
        AccessId id = ready().desire().id();
        assertThat(claimed(NOW.plusSeconds(1))).doesNotContain(id);

        assertThat(run(() -> accesses().recheck(Set.of(id), NOW.plusSeconds(1)))).isEqualTo(1);

        assertThat(claimed(NOW.plusSeconds(1))).contains(id);
        assertThat(claimed(NOW.plusSeconds(2))).doesNotContain(id);
    }

    @Test
    void a_hint_during_a_lease_is_not_lost_when_the_lease_ends() {
        Access.Ready ready = ready();
        AccessId id = ready.desire().id();
        run(() -> accesses().recheck(Set.of(id), NOW));
        assertThat(claimed(NOW)).contains(id);
        run(() -> accesses().recheck(Set.of(id), NOW.plusSeconds(1)));
        assertThat(claimed(NOW.plusSeconds(1))).doesNotContain(id);

        run(() -> accesses().settle(ready, NOW.plusSeconds(2)));

        assertThat(claimed(NOW.plusSeconds(2))).contains(id);
    }

    @Test
    void a_wish_that_changes_during_a_lease_waits_for_its_end() {
        Access.Pending pending = added();
        AccessId id = pending.desire().id();
        assertThat(claimed(NOW)).contains(id);
        Access.Pending changed = changed(pending);
        run(() -> accesses().save(changed, NOW));
        assertThat(claimed(NOW.plusSeconds(1))).doesNotContain(id);

        Brought behind = changed.brought(1, Wishes.user(), NOW.plusSeconds(1));
        run(() -> accesses().settle(((Brought.Behind) behind).access(), NOW.plusSeconds(1)));

        assertThat(claimed(NOW.plusSeconds(1))).contains(id);
        assertThat(stored(id).desire()).isEqualTo(changed.desire());
        assertThat(stored(id).sight().generation()).isEqualTo(1);
    }

    private static Access.Pending changed(Access access) {
        AccessSpec longer = Wishes.spec(access.desire().spec().expireAt().plusSeconds(86_400));
        return ((Redesire.Changed) access.desire(longer, NOW)).access();
    }

    @Test
    void hints_leave_alone_what_is_not_ready() {
        Access.Pending pending = added();
        Access.Pending refused = added();
        Access parked = refused.refused(1, "no", NOW);
        run(() -> accesses().settle(parked, NOW));

        Set<AccessId> ids = Set.of(pending.desire().id(), refused.desire().id(), Wishes.access());
        assertThat(run(() -> accesses().recheck(ids, NOW))).isZero();
        assertThat(run(() -> accesses().recheck(Set.of(), NOW))).isZero();
    }

    @Test
    void sighted_traffic_is_kept_and_spares_from_the_check_of_the_unseen() {
        Access.Ready seen = ready();
        Access.Ready unseen = ready();
        Instant sweep = NOW.plusSeconds(60);
        AccessId seenId = seen.desire().id();

        run(
                () ->
                        accesses()
                                .sighted(
                                        PanelId.CONFIGURED,
                                        List.of(
                                                new Accesses.Usage(
                                                        seenId,
                                                        new TrafficReading(
                                                                4_096,
                                                                Optional.empty(),
                                                                Optional.empty()))),
                                        sweep));
        run(() -> accesses().sighted(PanelId.CONFIGURED, List.of(), sweep));
        assertThat(run(() -> accesses().unseen(PanelId.CONFIGURED, sweep, 1_000)))
                .contains(unseen.desire().id())
                .doesNotContain(seenId);
        assertThat(run(() -> accesses().unseen(PanelId.CONFIGURED, sweep, 1))).hasSize(1);
        int due = run(() -> accesses().recheckUnseen(PanelId.CONFIGURED, sweep, sweep));

        assertThat(due).isPositive();
        assertThat(((Sight.Seen) stored(seenId).sight()).user().usedTrafficBytes())
                .isEqualTo(4_096);
        assertThat(claimed(sweep)).contains(unseen.desire().id()).doesNotContain(seenId);
    }

    @Test
    void what_became_ready_after_the_sweep_began_is_not_missing() {
        Access.Ready young = ready();

        run(() -> accesses().recheckUnseen(PanelId.CONFIGURED, NOW.minusSeconds(1), NOW));

        assertThat(claimed(NOW)).doesNotContain(young.desire().id());
    }
}
