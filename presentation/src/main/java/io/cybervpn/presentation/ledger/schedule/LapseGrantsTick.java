package io.cybervpn.presentation.ledger.schedule;

import io.cybervpn.application.ledger.LapseGrants;
import io.cybervpn.application.schedule.port.ScheduledTask;
import io.cybervpn.domain.schedule.Rhythm;
import io.cybervpn.domain.schedule.TaskName;
import io.cybervpn.presentation.shared.schedule.Clockwork;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Optional;

/** Books lapsed grants back every minute, batch after batch until none is left. */
@Singleton
final class LapseGrantsTick implements ScheduledTask {
    private static final TaskName NAME = new TaskName("ledger.lapse-grants");
    private static final int BATCH = 200;

    private final Clockwork clockwork;
    private final LapseGrants lapseGrants;

    @Inject
    LapseGrantsTick(Clockwork clockwork, LapseGrants lapseGrants) {
        this.clockwork = clockwork;
        this.lapseGrants = lapseGrants;
    }

    @Override
    public TaskName task() {
        return NAME;
    }

    @Override
    public Optional<Rhythm> rhythm() {
        return Optional.of(new Rhythm.Every(Duration.ofSeconds(60)));
    }

    @Override
    public Uni<Long> run() {
        return clockwork.untilDone(
                BATCH, () -> lapseGrants.execute(new LapseGrants.Command(BATCH)));
    }
}
