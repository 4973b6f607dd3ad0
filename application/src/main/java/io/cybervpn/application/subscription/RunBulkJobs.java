package io.cybervpn.application.subscription;

import io.cybervpn.application.shared.UnitOfWork;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Does what is due of bulk jobs, a batch per call. Each row is done and marked in one unit of work
 * that holds it, so that it is done once: a crash leaves it waiting, and any number of instances
 * may work at once. What fails by a fault is tried three times.
 */
@Singleton
public final class RunBulkJobs {
    private static final int TRIES_MAX = 3;
    private static final Duration PAUSE = Duration.ofSeconds(30);

    private final UnitOfWork unitOfWork;
    private final BulkJobs jobs;
    private final BulkDeeds deeds;
    private final Clock clock;

    @Inject
    RunBulkJobs(UnitOfWork unitOfWork, BulkJobs jobs, BulkDeeds deeds, Clock clock) {
        this.unitOfWork = unitOfWork;
        this.jobs = jobs;
        this.deeds = deeds;
        this.clock = clock;
    }

    /**
     * How much to do.
     *
     * @param limit the size of the batch, 1 to 1000
     */
    public record Command(int limit) {}

    /**
     * What was looked at.
     *
     * @param rows fewer than the limit means that nothing more is due
     */
    public record Result(int rows) {}

    /** One batch. */
    public Uni<Result> execute(Command command) {
        return unitOfWork.run(() -> jobs.due(clock.instant(), command.limit())).chain(this::runAll);
    }

    private Uni<Result> runAll(List<BulkJob.Place> due) {
        return Multi.createFrom()
                .iterable(due)
                .onItem()
                .transformToUniAndConcatenate(place -> attempt(place).replaceWith(place))
                .collect()
                .asList()
                .call(() -> unitOfWork.run(() -> jobs.finish(clock.instant())))
                .map(done -> new Result(done.size()));
    }

    private Uni<Void> attempt(BulkJob.Place place) {
        return unitOfWork
                .run(() -> jobs.lock(place).chain(subject -> perform(place, subject)))
                .onFailure()
                .recoverWithUni(_ -> putOff(place));
    }

    private Uni<Void> putOff(BulkJob.Place place) {
        return unitOfWork.run(() -> jobs.putOff(place, clock.instant().plus(PAUSE), TRIES_MAX));
    }

    private Uni<Void> perform(BulkJob.Place place, Optional<UUID> subject) {
        return subject.map(
                        one ->
                                jobs.find(place.job())
                                        .map(Optional::orElseThrow)
                                        .chain(job -> deeds.perform(job, place.position(), one))
                                        .chain(refusal -> mark(place, refusal)))
                .orElseGet(() -> Uni.createFrom().voidItem());
    }

    private Uni<Void> mark(BulkJob.Place place, Optional<String> refusal) {
        return jobs.mark(
                place,
                refusal.isEmpty() ? BulkJob.RowState.DONE : BulkJob.RowState.REFUSED,
                refusal.orElse(""),
                clock.instant());
    }
}
