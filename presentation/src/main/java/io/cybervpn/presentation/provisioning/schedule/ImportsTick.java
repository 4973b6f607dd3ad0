package io.cybervpn.presentation.provisioning.schedule;

import io.cybervpn.application.provisioning.imports.RunImports;
import io.cybervpn.presentation.shared.schedule.Clockwork;
import io.cybervpn.presentation.shared.schedule.Roles;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import org.jboss.logging.Logger;

/** Does what is due of imports, batch after batch until nothing is. */
@Singleton
final class ImportsTick {
    private static final Logger LOG = Logger.getLogger(ImportsTick.class);
    private static final int BATCH = 50;

    private final Clockwork clockwork;
    private final RunImports runImports;

    @Inject
    ImportsTick(Clockwork clockwork, RunImports runImports) {
        this.clockwork = clockwork;
        this.runImports = runImports;
    }

    @Scheduled(
            every = "2s",
            delayed = "5s",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP,
            skipExecutionIf = Roles.NoWorker.class)
    Uni<Void> tick() {
        return runAll().onFailure().recoverWithUni(ImportsTick::tell);
    }

    private Uni<Void> runAll() {
        return clockwork
                .step(
                        () -> runImports.execute(new RunImports.Command(BATCH)),
                        new RunImports.Result(0))
                .chain(result -> result.rows() == 0 ? Uni.createFrom().voidItem() : runAll());
    }

    private static Uni<Void> tell(Throwable failure) {
        LOG.warnf("imports cannot be done now: %s", failure);
        return Uni.createFrom().voidItem();
    }
}
