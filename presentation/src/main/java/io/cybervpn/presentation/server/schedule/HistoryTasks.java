package io.cybervpn.presentation.server.schedule;

import io.cybervpn.application.schedule.port.ScheduledTask;
import io.cybervpn.application.server.KeepServerHistory;
import io.cybervpn.application.server.MeasureServers;
import io.cybervpn.application.server.MeasureTraffic;
import io.cybervpn.domain.schedule.TaskName;
import io.cybervpn.presentation.shared.schedule.Clockwork;
import io.cybervpn.presentation.shared.schedule.Rhythms;
import io.cybervpn.presentation.shared.schedule.Task;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.function.Supplier;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** What servers carry is measured (R180), summed up, and forgotten. */
@Singleton
final class HistoryTasks {
    private final Clockwork clockwork;
    private final Rhythms rhythms;

    @Inject
    HistoryTasks(Clockwork clockwork, Rhythms rhythms) {
        this.clockwork = clockwork;
        this.rhythms = rhythms;
    }

    @Produces
    @Singleton
    ScheduledTask bandwidth(MeasureServers measureServers) {
        return task(
                "server.measure",
                "cybervpn.servers.bandwidth.every",
                Duration.ofMinutes(5),
                measureServers::execute);
    }

    @Produces
    @Singleton
    ScheduledTask traffic(MeasureTraffic measureTraffic) {
        return task(
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
        return task(
                "server.keep-history",
                "cybervpn.servers.history.every",
                Duration.ofMinutes(15),
                () ->
                        keepServerHistory
                                .execute(kept)
                                .map(result -> result.days() + result.forgotten()));
    }

    private ScheduledTask task(
            String name, String key, Duration period, Supplier<Uni<Integer>> work) {
        return new Task(
                new TaskName(name),
                rhythms.every(key, period),
                () -> clockwork.step(work, 0).map(Integer::longValue));
    }
}
