package io.cybervpn.presentation.shared.schedule;

import io.cybervpn.application.schedule.ForgetRuns;
import io.cybervpn.application.schedule.port.ScheduledTask;
import io.cybervpn.domain.schedule.Rhythm;
import io.cybervpn.domain.schedule.TaskName;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Optional;

/** Throws old runs of tasks away every hour. */
@Singleton
final class RunSweep implements ScheduledTask {
    private static final TaskName NAME = new TaskName("schedule.forget-runs");
    private static final int BATCH = 5_000;

    private final Clockwork clockwork;
    private final ForgetRuns forgetRuns;

    @Inject
    RunSweep(Clockwork clockwork, ForgetRuns forgetRuns) {
        this.clockwork = clockwork;
        this.forgetRuns = forgetRuns;
    }

    @Override
    public TaskName task() {
        return NAME;
    }

    @Override
    public Optional<Rhythm> rhythm() {
        return Optional.of(new Rhythm.Every(Duration.ofHours(1)));
    }

    @Override
    public Uni<Long> run() {
        return clockwork.untilDone(BATCH, () -> forgetRuns.execute(BATCH));
    }
}
