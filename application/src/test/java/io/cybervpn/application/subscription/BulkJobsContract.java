package io.cybervpn.application.subscription;

import static org.assertj.core.api.Assertions.assertThat;

import io.cybervpn.application.shared.UnitOfWork;
import io.cybervpn.domain.catalogue.PlanId;
import io.cybervpn.domain.identity.AccountId;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What every store of bulk jobs does. Others may use the same store meanwhile. */
public abstract class BulkJobsContract {
    private static final Instant NOON = Purchases.NOON;

    protected abstract BulkJobs jobs();

    protected abstract UnitOfWork unitOfWork();

    private <T> T inTransaction(Supplier<Uni<T>> work) {
        return unitOfWork().run(work).await().indefinitely();
    }

    private static BulkJob job(BulkAction action, int total) {
        return new BulkJob(
                UUID.randomUUID(),
                new AccountId(UUID.randomUUID()),
                "key " + UUID.randomUUID(),
                action,
                "because",
                BulkJob.State.RUNNING,
                total,
                NOON,
                Optional.empty());
    }

    private BulkJob stored(List<UUID> subjects) {
        BulkJob job = job(new BulkAction.Extend(-7), subjects.size());
        assertThat(inTransaction(() -> jobs().add(job, subjects))).isTrue();
        return job;
    }

    private static List<UUID> subjects(int count) {
        return Stream.generate(UUID::randomUUID).limit(count).toList();
    }

    private List<BulkJob.Place> due(BulkJob job, Instant now) {
        return inTransaction(() -> jobs().due(now, 10_000)).stream()
                .filter(place -> place.job().equals(job.id()))
                .toList();
    }

    @Test
    void each_action_is_found_as_it_was_stored_once_per_key() {
        for (BulkAction action :
                List.of(
                        new BulkAction.Extend(-7),
                        new BulkAction.Suspend(true),
                        new BulkAction.Unsuspend(),
                        new BulkAction.Terminate(),
                        new BulkAction.GrantDays(new PlanId(UUID.randomUUID()), 9),
                        new BulkAction.Sync(),
                        new BulkAction.ResetTrials())) {
            BulkJob job = job(action, 0);
            assertThat(inTransaction(() -> jobs().add(job, List.of()))).isTrue();
            assertThat(inTransaction(() -> jobs().add(job, List.of()))).isFalse();
            assertThat(inTransaction(() -> jobs().find(job.id()))).contains(job);
            assertThat(inTransaction(() -> jobs().ofKey(job.key()))).contains(job);
        }
        assertThat(inTransaction(() -> jobs().find(UUID.randomUUID()))).isEmpty();
    }

    @Test
    void rows_are_done_in_their_order_and_the_job_with_them() {
        List<UUID> subjects = subjects(5);
        BulkJob job = stored(subjects);

        assertThat(due(job, NOON))
                .extracting(BulkJob.Place::position)
                .containsExactly(0, 1, 2, 3, 4);
        for (BulkJob.Place place : due(job, NOON)) {
            assertThat(inTransaction(() -> jobs().lock(place)))
                    .contains(subjects.get(place.position()));
            BulkJob.RowState state =
                    place.position() == 2 ? BulkJob.RowState.REFUSED : BulkJob.RowState.DONE;
            inTransaction(() -> jobs().mark(place, state, "why", NOON));
            assertThat(inTransaction(() -> jobs().lock(place))).isEmpty();
        }
        inTransaction(() -> jobs().finish(NOON));

        assertThat(inTransaction(() -> jobs().progress(job.id())))
                .isEqualTo(new BulkJob.Progress(0, 4, 1, 0, 0));
        assertThat(inTransaction(() -> jobs().find(job.id())).orElseThrow().state())
                .isEqualTo(BulkJob.State.DONE);
        assertThat(
                        inTransaction(
                                () ->
                                        jobs().rows(
                                                        job.id(),
                                                        Optional.of(BulkJob.RowState.DONE),
                                                        0,
                                                        2)))
                .extracting(BulkJob.Row::position)
                .containsExactly(1, 3);
    }

    @Test
    void what_fails_is_due_again_later_and_has_failed_after_the_last_try() {
        BulkJob job = stored(subjects(1));
        BulkJob.Place place = new BulkJob.Place(job.id(), 0);

        inTransaction(() -> jobs().putOff(place, NOON.plusSeconds(30), 2));
        assertThat(due(job, NOON.plusSeconds(29))).isEmpty();
        assertThat(due(job, NOON.plusSeconds(30))).containsExactly(place);
        inTransaction(() -> jobs().putOff(place, NOON.plusSeconds(60), 2));

        assertThat(due(job, NOON.plusSeconds(99))).isEmpty();
        assertThat(inTransaction(() -> jobs().progress(job.id())))
                .isEqualTo(new BulkJob.Progress(0, 0, 0, 1, 0));
    }

    @Test
    void a_stopped_job_does_nothing_any_more() {
        BulkJob job = stored(subjects(3));
        BulkJob.Place first = new BulkJob.Place(job.id(), 0);
        inTransaction(() -> jobs().mark(first, BulkJob.RowState.DONE, "", NOON));

        inTransaction(() -> jobs().cancel(job.id(), NOON));
        inTransaction(() -> jobs().cancel(job.id(), NOON.plusSeconds(1)));

        assertThat(due(job, NOON)).isEmpty();
        assertThat(inTransaction(() -> jobs().progress(job.id())))
                .isEqualTo(new BulkJob.Progress(0, 1, 0, 0, 2));
        BulkJob stopped = inTransaction(() -> jobs().find(job.id())).orElseThrow();
        assertThat(stopped.state()).isEqualTo(BulkJob.State.CANCELLED);
        assertThat(stopped.endedAt()).contains(NOON);
    }

    @Test
    void subjects_are_those_that_are_named_or_that_match() {
        List<UUID> named = subjects(3);
        List<UUID> twice = Stream.concat(named.stream(), named.stream()).toList();
        assertThat(subjects(new BulkTarget.These(twice))).isEqualTo(named);
        assertThat(
                        subjects(
                                new BulkTarget.Matching(
                                        new SubscriptionRecords.Filter(
                                                Set.of(),
                                                Optional.of(new AccountId(UUID.randomUUID())),
                                                Optional.of(new PlanId(UUID.randomUUID())),
                                                Optional.of(NOON),
                                                Optional.of(NOON)))))
                .isEmpty();
    }

    private List<UUID> subjects(BulkTarget target) {
        return inTransaction(() -> jobs().subjects(target, false, 100));
    }
}
