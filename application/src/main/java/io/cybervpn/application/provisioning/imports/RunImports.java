package io.cybervpn.application.provisioning.imports;

import io.cybervpn.application.provisioning.port.PanelUnavailable;
import io.cybervpn.application.shared.UnitOfWork;
import io.cybervpn.application.subscription.BulkJob;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.List;

/**
 * Does what is due of people who come from elsewhere, a batch of each job per call. The panel is
 * read with no transaction open; then the row is done and marked in one unit of work that holds it,
 * so that it is done once: a crash leaves it waiting, and any number of instances may work at once.
 * A job whose panel is down waits and loses no try; what fails by another fault is tried three
 * times.
 */
@Singleton
public final class RunImports {
    private static final int JOBS_MAX = 50;
    private static final int PARALLEL_MAX = 4;
    private static final int TRIES_MAX = 3;
    private static final Duration PAUSE = Duration.ofSeconds(30);

    private final UnitOfWork unitOfWork;
    private final ImportJobs jobs;
    private final RowWork rowWork;
    private final Clock clock;

    @Inject
    RunImports(UnitOfWork unitOfWork, ImportJobs jobs, RowWork rowWork, Clock clock) {
        this.unitOfWork = unitOfWork;
        this.jobs = jobs;
        this.rowWork = rowWork;
        this.clock = clock;
    }

    /**
     * How much to do.
     *
     * @param limit rows of each job, 1 to 1000
     */
    public record Command(int limit) {}

    /**
     * What was looked at.
     *
     * @param rows 0: nothing is due
     */
    public record Result(int rows) {}

    /** One batch of each. */
    public Uni<Result> execute(Command command) {
        return unitOfWork
                .run(() -> jobs.running(JOBS_MAX))
                .chain(running -> runAll(running, command.limit()));
    }

    private Uni<Result> runAll(List<ImportJob> running, int limit) {
        return Multi.createFrom()
                .iterable(running)
                .onItem()
                .transformToUniAndConcatenate(job -> run(job, limit))
                .collect()
                .in(() -> new int[1], (sum, rows) -> sum[0] += rows)
                .map(sum -> new Result(sum[0]))
                .call(
                        () ->
                                running.isEmpty()
                                        ? Uni.createFrom().voidItem()
                                        : unitOfWork.run(() -> jobs.finish(clock.instant())));
    }

    private Uni<Integer> run(ImportJob job, int limit) {
        return unitOfWork
                .run(() -> jobs.due(job.id(), clock.instant(), limit))
                .chain(due -> run(job, due));
    }

    private Uni<Integer> run(ImportJob job, List<ImportJob.Turn> due) {
        return Multi.createFrom()
                .iterable(due)
                .onItem()
                .transformToUni(turn -> attempt(job, turn))
                .merge(PARALLEL_MAX)
                .collect()
                .asList()
                .call(answers -> answers.contains(false) ? pause(job) : nothing())
                .map(answers -> answers.contains(false) ? 0 : answers.size());
    }

    private Uni<Void> pause(ImportJob job) {
        return unitOfWork.run(() -> jobs.pause(job.id(), clock.instant().plus(PAUSE)));
    }

    private static Uni<Void> nothing() {
        return Uni.createFrom().voidItem();
    }

    /** False when the panel is down. */
    private Uni<Boolean> attempt(ImportJob job, ImportJob.Turn turn) {
        return rowWork.prepare(job, turn)
                .chain(work -> unitOfWork.run(() -> perform(turn.place(), work)))
                .replaceWith(true)
                .onFailure(failure -> !(failure instanceof PanelUnavailable))
                .recoverWithUni(() -> putOff(turn.place()).replaceWith(true))
                .onFailure(PanelUnavailable.class)
                .recoverWithItem(false);
    }

    private Uni<Void> putOff(BulkJob.Place place) {
        return unitOfWork.run(() -> jobs.putOff(place, clock.instant().plus(PAUSE), TRIES_MAX));
    }

    private Uni<Void> perform(BulkJob.Place place, RowWork.Deed work) {
        return jobs.lock(place).chain(ours -> ours ? mark(place, work.perform()) : nothing());
    }

    private Uni<Void> mark(BulkJob.Place place, Uni<ImportJob.Outcome> done) {
        return done.chain(outcome -> jobs.mark(place, outcome, clock.instant()));
    }
}
