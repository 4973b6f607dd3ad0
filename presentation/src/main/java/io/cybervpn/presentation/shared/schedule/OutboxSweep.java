package io.cybervpn.presentation.shared.schedule;

import io.cybervpn.application.schedule.port.ScheduledTask;
import io.cybervpn.application.shared.ForgetDelivered;
import io.cybervpn.domain.schedule.Rhythm;
import io.cybervpn.domain.schedule.TaskName;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Optional;

/** Throws delivered events away, some each quarter of an hour. */
@Singleton
final class OutboxSweep implements ScheduledTask {
    private static final TaskName NAME = new TaskName("outbox.forget-delivered");

    private final Clockwork clockwork;
    private final ForgetDelivered forgetDelivered;

    @Inject
    OutboxSweep(Clockwork clockwork, ForgetDelivered forgetDelivered) {
        this.clockwork = clockwork;
        this.forgetDelivered = forgetDelivered;
    }

    @Override
    public TaskName task() {
        return NAME;
    }

    @Override
    public Optional<Rhythm> rhythm() {
        return Optional.of(new Rhythm.Every(Duration.ofMinutes(15)));
    }

    @Override
    public Uni<Long> run() {
        return clockwork.step(forgetDelivered::execute, 0).map(Integer::longValue);
    }
}
