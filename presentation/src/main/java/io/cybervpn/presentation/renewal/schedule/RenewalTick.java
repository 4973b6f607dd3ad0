package io.cybervpn.presentation.renewal.schedule;

import io.cybervpn.application.renewal.RunRenewals;
import io.cybervpn.application.schedule.port.ScheduledTask;
import io.cybervpn.domain.schedule.Rhythm;
import io.cybervpn.domain.schedule.TaskName;
import io.cybervpn.presentation.shared.schedule.Clockwork;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Optional;

/** Looks after the ends of subscriptions every 20 s, batch after batch until none is due. */
@Singleton
final class RenewalTick implements ScheduledTask {
    private static final TaskName NAME = new TaskName("renewal.run");
    private static final int BATCH = 100;

    private final Clockwork clockwork;
    private final RunRenewals runRenewals;

    @Inject
    RenewalTick(Clockwork clockwork, RunRenewals runRenewals) {
        this.clockwork = clockwork;
        this.runRenewals = runRenewals;
    }

    @Override
    public TaskName task() {
        return NAME;
    }

    @Override
    public Optional<Rhythm> rhythm() {
        return Optional.of(new Rhythm.Every(Duration.ofSeconds(20)));
    }

    @Override
    public Uni<Long> run() {
        return clockwork.untilDone(
                BATCH,
                () ->
                        runRenewals
                                .execute(new RunRenewals.Command(BATCH))
                                .map(RunRenewals.Result::taken));
    }
}
