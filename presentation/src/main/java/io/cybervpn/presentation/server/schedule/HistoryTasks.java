package io.cybervpn.presentation.server.schedule;

import io.cybervpn.application.schedule.port.ScheduledTask;
import io.cybervpn.application.server.KeepServerHistory;
import io.cybervpn.application.server.MeasureServers;
import io.cybervpn.application.server.MeasureTraffic;
import io.cybervpn.presentation.shared.schedule.Tasks;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** What servers carry is measured (R180), summed up, and forgotten. */
@Singleton
final class HistoryTasks {
    private final Tasks tasks;

    @Inject
    HistoryTasks(Tasks tasks) {
        this.tasks = tasks;
    }

    @Produces
    @Singleton
    ScheduledTask bandwidth(MeasureServers measureServers) {
        return tasks.oneStep(
                "server.measure",
                "cybervpn.servers.bandwidth.every",
                Duration.ofMinutes(5),
                measureServers::execute);
    }

    @Produces
    @Singleton
    ScheduledTask traffic(MeasureTraffic measureTraffic) {
        return tasks.oneStep(
                "server.measure-traffic",
                "cybervpn.servers.traffic.every",
                Duration.ofMinutes(10),
                measureTraffic::execute);
    }

    @Produces
    @Singleton
    ScheduledTask history(
            KeepServerHistory keepServerHistory,
            @ConfigProperty(name = "cybervpn.servers.keep.samples", defaultValue = "P7D")
                    Duration samples,
            @ConfigProperty(name = "cybervpn.servers.keep.hours", defaultValue = "P92D")
                    Duration hours,
            @ConfigProperty(name = "cybervpn.servers.keep.days", defaultValue = "P731D")
                    Duration days) {
        KeepServerHistory.Command kept = new KeepServerHistory.Command(samples, hours, days);
        return tasks.oneStep(
                "server.keep-history",
                "cybervpn.servers.history.every",
                Duration.ofMinutes(15),
                () ->
                        keepServerHistory
                                .execute(kept)
                                .map(result -> result.days() + result.forgotten()));
    }
}
