package io.cybervpn.presentation.subscription.schedule;

import io.cybervpn.application.schedule.port.ScheduledTask;
import io.cybervpn.application.subscription.EndAddOns;
import io.cybervpn.domain.schedule.Rhythm;
import io.cybervpn.domain.schedule.TaskName;
import io.cybervpn.presentation.shared.schedule.Clockwork;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Optional;

/** Ends add-ons that are due every ten seconds, batch after batch until nothing is. */
@Singleton
final class EndAddOnsTick implements ScheduledTask {
    private static final TaskName NAME = new TaskName("subscription.end-add-ons");
    private static final int BATCH = 200;

    private final Clockwork clockwork;
    private final EndAddOns endAddOns;

    @Inject
    EndAddOnsTick(Clockwork clockwork, EndAddOns endAddOns) {
        this.clockwork = clockwork;
        this.endAddOns = endAddOns;
    }

    @Override
    public TaskName task() {
        return NAME;
    }

    @Override
    public Optional<Rhythm> rhythm() {
        return Optional.of(new Rhythm.Every(Duration.ofSeconds(10)));
    }

    @Override
    public Uni<Long> run() {
        return clockwork.untilDone(
                BATCH,
                () -> endAddOns.execute(new EndAddOns.Command(BATCH)).map(EndAddOns.Result::ended));
    }
}
