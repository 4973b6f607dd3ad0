package io.cybervpn.presentation.subscription.schedule;

import io.cybervpn.application.schedule.port.ScheduledTask;
import io.cybervpn.application.subscription.ResumeLongPaused;
import io.cybervpn.domain.schedule.Rhythm;
import io.cybervpn.domain.schedule.TaskName;
import io.cybervpn.presentation.shared.schedule.Clockwork;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Optional;

/** Ends pauses that have lasted as long as they may, every ten seconds, batch after batch. */
@Singleton
final class ResumePausedTick implements ScheduledTask {
    private static final TaskName NAME = new TaskName("subscription.resume-paused");
    private static final int BATCH = 200;

    private final Clockwork clockwork;
    private final ResumeLongPaused resumeLongPaused;

    @Inject
    ResumePausedTick(Clockwork clockwork, ResumeLongPaused resumeLongPaused) {
        this.clockwork = clockwork;
        this.resumeLongPaused = resumeLongPaused;
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
                () ->
                        resumeLongPaused
                                .execute(new ResumeLongPaused.Command(BATCH))
                                .map(ResumeLongPaused.Result::resumed));
    }
}
