package io.cybervpn.presentation.appstore.schedule;

import io.cybervpn.application.appstore.ReadStoreCustomers;
import io.cybervpn.presentation.shared.schedule.Clockwork;
import io.cybervpn.presentation.shared.schedule.Roles;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import org.jboss.logging.Logger;

/** Reads customers of app stores who are due, every second, on every instance. */
@Singleton
final class StoreTick {
    private static final Logger LOG = Logger.getLogger(StoreTick.class);

    private final Clockwork clockwork;
    private final ReadStoreCustomers readStoreCustomers;

    @Inject
    StoreTick(Clockwork clockwork, ReadStoreCustomers readStoreCustomers) {
        this.clockwork = clockwork;
        this.readStoreCustomers = readStoreCustomers;
    }

    @Scheduled(
            every = "${cybervpn.payment.every:1s}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP,
            skipExecutionIf = Roles.NoWorker.class)
    Uni<Void> tick() {
        return clockwork
                .step(readStoreCustomers::execute, new ReadStoreCustomers.Report(0, 0))
                .invoke(StoreTick::tell)
                .replaceWithVoid()
                .onFailure()
                .recoverWithUni(StoreTick::tell);
    }

    private static void tell(ReadStoreCustomers.Report report) {
        if (report.waiting() > 0) {
            LOG.warnf(
                    "%d of %d customers of app stores could not be read and are tried again",
                    report.waiting(), report.taken());
        }
    }

    private static Uni<Void> tell(Throwable failure) {
        LOG.errorf(failure, "some customers of app stores are tried again");
        return Uni.createFrom().voidItem();
    }
}
