package io.cybervpn.presentation.payment.schedule;

import io.cybervpn.application.payment.RunMandates;
import io.cybervpn.presentation.shared.schedule.Clockwork;
import io.cybervpn.presentation.shared.schedule.Roles;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import org.jboss.logging.Logger;

/**
 * Tells providers what is wished of what they charge by themselves, and asks for charges that are
 * late, every second, on every instance.
 */
@Singleton
final class MandateTick {
    private static final Logger LOG = Logger.getLogger(MandateTick.class);

    private static final int BATCH = 100;

    private final Clockwork clockwork;
    private final RunMandates runMandates;

    @Inject
    MandateTick(Clockwork clockwork, RunMandates runMandates) {
        this.clockwork = clockwork;
        this.runMandates = runMandates;
    }

    @Scheduled(
            every = "${cybervpn.payment.every:1s}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP,
            skipExecutionIf = Roles.NoWorker.class)
    Uni<Void> tick() {
        return clockwork
                .step(
                        () -> runMandates.execute(new RunMandates.Command(BATCH)),
                        new RunMandates.Result(0, 0))
                .invoke(MandateTick::tell)
                .replaceWithVoid()
                .onFailure()
                .recoverWithUni(MandateTick::tell);
    }

    private static void tell(RunMandates.Result report) {
        if (report.waiting() > 0) {
            LOG.warnf(
                    "%d of %d agreements wait for an answer of their provider",
                    report.waiting(), report.taken());
        }
    }

    private static Uni<Void> tell(Throwable failure) {
        LOG.errorf(failure, "some agreements could not be worked on and are tried again");
        return Uni.createFrom().voidItem();
    }
}
