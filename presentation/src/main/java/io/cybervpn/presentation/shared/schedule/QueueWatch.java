package io.cybervpn.presentation.shared.schedule;

import io.cybervpn.application.shared.StorePulse;
import io.cybervpn.application.shared.WorkQueue;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.arc.All;
import io.quarkus.runtime.Startup;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.jboss.logging.Logger;

/**
 * Counts every 15 s what waits for workers ({@code cybervpn.queue.due}, R299) and asks Valkey for a
 * sign of life ({@code cybervpn.valkey.up}, R301).
 */
@Startup // its gauges are there from the start
@Singleton
final class QueueWatch {
    private static final Logger LOG = Logger.getLogger(QueueWatch.class);

    /** A queue and its gauge. */
    private record Watched(WorkQueue queue, AtomicLong due) {}

    private final List<Watched> queues;
    private final StorePulse pulse;
    private final Clock clock;
    private final AtomicInteger up = new AtomicInteger(1);

    @Inject
    QueueWatch(@All List<WorkQueue> queues, StorePulse pulse, Clock clock, MeterRegistry metrics) {
        this.queues =
                queues.stream()
                        .map(queue -> new Watched(queue, gauge(queue.name(), metrics)))
                        .toList();
        this.pulse = pulse;
        this.clock = clock;
        Gauge.builder("cybervpn.valkey.up", up, AtomicInteger::get)
                .description("Whether Valkey answers, 1 or 0; all goes on without it, but slower")
                .register(metrics);
    }

    private static AtomicLong gauge(String queue, MeterRegistry metrics) {
        AtomicLong count = new AtomicLong();
        Gauge.builder("cybervpn.queue.due", count, AtomicLong::get)
                .description("Rows that wait for a worker; more than 10000 are not counted")
                .tag("queue", queue)
                .register(metrics);
        return count;
    }

    @Scheduled(
            every = "15s",
            delayed = "5s",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> tick() {
        return pulse.beats()
                .invoke(beats -> up.set(beats ? 1 : 0))
                .chain(this::countAll)
                .onFailure()
                .recoverWithUni(QueueWatch::tell);
    }

    private Uni<Void> countAll() {
        return Multi.createFrom()
                .iterable(queues)
                .onItem()
                .transformToUniAndConcatenate(this::count)
                .collect()
                .last()
                .replaceWithVoid();
    }

    private Uni<Long> count(Watched watched) {
        return watched.queue().due(clock.instant()).invoke(watched.due()::set);
    }

    private static Uni<Void> tell(Throwable failure) {
        LOG.warnf("the queues cannot be counted now: %s", failure);
        return Uni.createFrom().voidItem();
    }
}
