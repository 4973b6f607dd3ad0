package io.cybervpn.presentation.server.schedule;

import io.cybervpn.application.server.SendMaintenanceLetters;
import io.cybervpn.presentation.shared.schedule.Clockwork;
import io.cybervpn.presentation.shared.schedule.Roles;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import org.jboss.logging.Logger;

/** Sends letters about maintenance, some every few seconds; in any number of instances. */
@Singleton
final class LetterTick {
    private static final Logger LOG = Logger.getLogger(LetterTick.class);
    private static final int LETTERS_MAX = 50;

    private final Clockwork clockwork;
    private final SendMaintenanceLetters sendMaintenanceLetters;

    @Inject
    LetterTick(Clockwork clockwork, SendMaintenanceLetters sendMaintenanceLetters) {
        this.clockwork = clockwork;
        this.sendMaintenanceLetters = sendMaintenanceLetters;
    }

    @Scheduled(
            every = "${cybervpn.servers.letters.every:10s}",
            delayed = "15s",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP,
            skipExecutionIf = Roles.NoWorker.class)
    Uni<Void> tick() {
        return clockwork
                .step(() -> sendMaintenanceLetters.execute(LETTERS_MAX).replaceWithVoid())
                .onFailure()
                .invoke(failure -> LOG.warnf("letters about maintenance wait: %s", failure))
                .onFailure()
                .recoverWithNull();
    }
}
