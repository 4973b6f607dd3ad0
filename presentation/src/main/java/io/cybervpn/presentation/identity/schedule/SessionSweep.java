package io.cybervpn.presentation.identity.schedule;

import io.cybervpn.application.identity.ForgetExpiredSessions;
import io.cybervpn.application.schedule.port.ScheduledTask;
import io.cybervpn.domain.schedule.Rhythm;
import io.cybervpn.domain.schedule.TaskName;
import io.cybervpn.presentation.shared.schedule.Clockwork;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Optional;

/** Throws expired sessions away, some each quarter of an hour. */
@Singleton
final class SessionSweep implements ScheduledTask {
    private static final TaskName NAME = new TaskName("identity.forget-sessions");

    private final Clockwork clockwork;
    private final ForgetExpiredSessions forgetExpiredSessions;

    @Inject
    SessionSweep(Clockwork clockwork, ForgetExpiredSessions forgetExpiredSessions) {
        this.clockwork = clockwork;
        this.forgetExpiredSessions = forgetExpiredSessions;
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
        return clockwork.step(forgetExpiredSessions::execute, 0).map(Integer::longValue);
    }
}
