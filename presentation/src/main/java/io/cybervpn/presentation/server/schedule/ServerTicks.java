package io.cybervpn.presentation.server.schedule;

import io.cybervpn.application.server.CheckServers;
import io.cybervpn.application.server.LocateServers;
import io.cybervpn.application.server.SyncServers;
import io.cybervpn.presentation.shared.schedule.Clockwork;
import io.cybervpn.presentation.shared.schedule.Roles;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * Follows the nodes of the panels every five minutes, looks at them every two, and says every six
 * hours where they are (R177-R179). Each may run in any number of instances at once.
 */
@Singleton
final class ServerTicks {
    private static final Logger LOG = Logger.getLogger(ServerTicks.class);

    private final Clockwork clockwork;
    private final SyncServers syncServers;
    private final CheckServers checkServers;
    private final LocateServers locateServers;
    private final CheckServers.Command looks;

    @Inject
    ServerTicks(
            Clockwork clockwork,
            SyncServers syncServers,
            CheckServers checkServers,
            LocateServers locateServers,
            @ConfigProperty(name = "cybervpn.servers.looks", defaultValue = "4") int window,
            @ConfigProperty(name = "cybervpn.servers.looks-worse", defaultValue = "2") int worse,
            @ConfigProperty(name = "cybervpn.servers.looks-better", defaultValue = "3") int better,
            @ConfigProperty(name = "cybervpn.servers.probe-port") Optional<Integer> probePort) {
        this.clockwork = clockwork;
        this.syncServers = syncServers;
        this.checkServers = checkServers;
        this.locateServers = locateServers;
        this.looks = new CheckServers.Command(window, worse, better, probePort);
    }

    @Scheduled(
            every = "${cybervpn.servers.sync.every:5m}",
            delayed = "20s",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP,
            skipExecutionIf = Roles.NoWorker.class)
    Uni<Void> sync() {
        return step("servers do not follow their nodes", syncServers.execute().chain(this::placed));
    }

    private Uni<Void> placed(SyncServers.Result result) {
        return result.added() > 0
                ? locateServers.execute().replaceWithVoid()
                : Uni.createFrom().voidItem();
    }

    @Scheduled(
            every = "${cybervpn.servers.check.every:2m}",
            delayed = "50s",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP,
            skipExecutionIf = Roles.NoWorker.class)
    Uni<Void> check() {
        return step("servers cannot be looked at", checkServers.execute(looks).replaceWithVoid());
    }

    @Scheduled(
            every = "${cybervpn.servers.locate.every:6h}",
            delayed = "70s",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP,
            skipExecutionIf = Roles.NoWorker.class)
    Uni<Void> locate() {
        return step("servers cannot be placed", locateServers.execute().replaceWithVoid());
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
