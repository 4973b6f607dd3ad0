package io.cybervpn.presentation.server.schedule;

import io.cybervpn.application.schedule.port.ScheduledTask;
import io.cybervpn.application.server.CheckServers;
import io.cybervpn.application.server.KeepServerConfigs;
import io.cybervpn.application.server.LocateServers;
import io.cybervpn.application.server.SendMaintenanceLetters;
import io.cybervpn.application.server.SyncServers;
import io.cybervpn.presentation.shared.schedule.Tasks;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Servers follow their nodes (R178), are looked at (R179), stand on the map (R177), their
 * configurations are kept (R182), and who uses them is written to.
 */
@Singleton
final class ServerTasks {
    private static final int LETTERS_MAX = 50;

    private final Tasks tasks;

    @Inject
    ServerTasks(Tasks tasks) {
        this.tasks = tasks;
    }

    /** A new server is placed at once. */
    @Produces
    @Singleton
    ScheduledTask sync(SyncServers syncServers, LocateServers locateServers) {
        return tasks.oneStep(
                "server.sync",
                "cybervpn.servers.sync.every",
                Duration.ofMinutes(5),
                () ->
                        syncServers
                                .execute()
                                .call(
                                        result ->
                                                result.added() > 0
                                                        ? locateServers.execute()
                                                        : Uni.createFrom().item(0))
                                .map(result -> result.added() + result.moved()));
    }

    @Produces
    @Singleton
    ScheduledTask check(
            CheckServers checkServers,
            @ConfigProperty(name = "cybervpn.servers.looks", defaultValue = "4") int window,
            @ConfigProperty(name = "cybervpn.servers.looks-worse", defaultValue = "2") int worse,
            @ConfigProperty(name = "cybervpn.servers.looks-better", defaultValue = "3") int better,
            @ConfigProperty(name = "cybervpn.servers.probe-port") Optional<Integer> probePort) {
        CheckServers.Command looks = new CheckServers.Command(window, worse, better, probePort);
        return tasks.oneStep(
                "server.check",
                "cybervpn.servers.check.every",
                Duration.ofMinutes(2),
                () -> checkServers.execute(looks));
    }

    @Produces
    @Singleton
    ScheduledTask locate(LocateServers locateServers) {
        return tasks.oneStep(
                "server.locate",
                "cybervpn.servers.locate.every",
                Duration.ofHours(6),
                locateServers::execute);
    }

    @Produces
    @Singleton
    ScheduledTask configs(KeepServerConfigs keepServerConfigs) {
        return tasks.oneStep(
                "server.keep-configs",
                "cybervpn.servers.configs.every",
                Duration.ofMinutes(30),
                keepServerConfigs::execute);
    }

    @Produces
    @Singleton
    ScheduledTask letters(SendMaintenanceLetters sendMaintenanceLetters) {
        return tasks.oneStep(
                "server.send-letters",
                "cybervpn.servers.letters.every",
                Duration.ofSeconds(10),
                () -> sendMaintenanceLetters.execute(LETTERS_MAX));
    }
}
