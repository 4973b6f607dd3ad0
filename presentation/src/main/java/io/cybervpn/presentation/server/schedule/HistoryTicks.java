package io.cybervpn.presentation.server.schedule;

import io.cybervpn.application.server.KeepServerHistory;
import io.cybervpn.application.server.MeasureServers;
import io.cybervpn.application.server.MeasureTraffic;
import io.cybervpn.presentation.shared.schedule.Clockwork;
import io.cybervpn.presentation.shared.schedule.Roles;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * Measures servers every five minutes, reads what panels sum up every ten, and sums up and throws
 * away every quarter of an hour (R180). Each may run in any number of instances at once.
 */
@Singleton
final class HistoryTicks {
    private static final Logger LOG = Logger.getLogger(HistoryTicks.class);

    private final Clockwork clockwork;
    private final MeasureServers measureServers;
    private final MeasureTraffic measureTraffic;
    private final KeepServerHistory keepServerHistory;
    private final KeepServerHistory.Command kept;

    @Inject
    HistoryTicks(
            Clockwork clockwork,
            MeasureServers measureServers,
            MeasureTraffic measureTraffic,
            KeepServerHistory keepServerHistory,
            @ConfigProperty(name = "cybervpn.servers.keep.samples", defaultValue = "P7D")
                    Duration samples,
            @ConfigProperty(name = "cybervpn.servers.keep.hours", defaultValue = "P92D")
                    Duration hours,
            @ConfigProperty(name = "cybervpn.servers.keep.days", defaultValue = "P731D")
                    Duration days) {
        this.clockwork = clockwork;
        this.measureServers = measureServers;
        this.measureTraffic = measureTraffic;
        this.keepServerHistory = keepServerHistory;
        this.kept = new KeepServerHistory.Command(samples, hours, days);
    }

    @Scheduled(
            every = "${cybervpn.servers.bandwidth.every:5m}",
            delayed = "40s",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP,
            skipExecutionIf = Roles.NoWorker.class)
    Uni<Void> bandwidth() {
        return step("servers cannot be measured", measureServers.execute().replaceWithVoid());
    }

    @Scheduled(
            every = "${cybervpn.servers.traffic.every:10m}",
            delayed = "90s",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP,
            skipExecutionIf = Roles.NoWorker.class)
    Uni<Void> traffic() {
        return step("traffic cannot be read", measureTraffic.execute().replaceWithVoid());
    }

    @Scheduled(
            every = "${cybervpn.servers.history.every:15m}",
            delayed = "3m",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP,
            skipExecutionIf = Roles.NoWorker.class)
    Uni<Void> history() {
        return step(
                "the history of servers is not kept",
                keepServerHistory.execute(kept).replaceWithVoid());
    }

    private Uni<Void> step(String trouble, Uni<Void> work) {
        return clockwork
                .step(() -> work)
                .onFailure()
                .invoke(failure -> LOG.warnf("%s: %s", trouble, failure))
                .onFailure()
                .recoverWithNull();
    }
}
