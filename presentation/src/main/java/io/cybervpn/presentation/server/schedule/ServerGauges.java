package io.cybervpn.presentation.server.schedule;

import io.cybervpn.application.server.port.ServerBoard;
import io.cybervpn.domain.server.ServerStatus;
import io.cybervpn.presentation.shared.schedule.Clockwork;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Startup;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.jboss.logging.Logger;

/** Counts every minute how servers are and how many people are on them. */
@Startup // its gauges are there from the start
@Singleton
final class ServerGauges {
    private static final Logger LOG = Logger.getLogger(ServerGauges.class);

    private final Clockwork clockwork;
    private final ServerBoard board;
    private final Map<ServerStatus, AtomicLong> servers = new EnumMap<>(ServerStatus.class);
    private final AtomicLong unknown = new AtomicLong();
    private final AtomicLong users = new AtomicLong();

    @Inject
    ServerGauges(Clockwork clockwork, ServerBoard board, MeterRegistry metrics) {
        this.clockwork = clockwork;
        this.board = board;
        for (ServerStatus status : ServerStatus.values()) {
            AtomicLong count = new AtomicLong();
            servers.put(status, count);
            Gauge.builder("cybervpn.servers", count, AtomicLong::get)
                    .tag("status", status.code())
                    .description("Servers by how they are, without those that are gone")
                    .register(metrics);
        }
        Gauge.builder("cybervpn.servers.unknown", unknown, AtomicLong::get)
                .description("Servers whose panel is silent")
                .register(metrics);
        Gauge.builder("cybervpn.servers.users.online", users, AtomicLong::get)
                .description("People on all servers, as panels last said")
                .register(metrics);
    }

    @Scheduled(
            every = "60s",
            delayed = "35s",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> tick() {
        return clockwork
                .step(() -> board.tally().invoke(this::tell).replaceWithVoid())
                .onFailure()
                .invoke(failure -> LOG.warnf("servers cannot be counted now: %s", failure))
                .onFailure()
                .recoverWithNull();
    }

    private void tell(ServerBoard.Tally tally) {
        servers.forEach((status, count) -> count.set(tally.byStatus().getOrDefault(status, 0L)));
        unknown.set(tally.unknown());
        users.set(tally.usersOnline());
    }
}
