package io.cybervpn.presentation.payment.schedule;

import io.cybervpn.application.payment.port.UnmatchedViews;
import io.cybervpn.application.payment.port.UnmatchedViews.Open;
import io.cybervpn.presentation.shared.schedule.Clockwork;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import io.quarkus.runtime.Startup;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.jboss.logging.Logger;

/** Counts every minute what staff have to decide on: how many, how much, and for how long. */
@Startup // its gauges are there from the start
@Singleton
final class UnmatchedTick {
    private static final Logger LOG = Logger.getLogger(UnmatchedTick.class);

    private final Clockwork clockwork;
    private final UnmatchedViews views;
    private final Clock clock;
    private final AtomicLong open = new AtomicLong();
    private final AtomicLong oldestSeconds = new AtomicLong();
    private final MultiGauge amounts;

    @Inject
    UnmatchedTick(Clockwork clockwork, UnmatchedViews views, Clock clock, MeterRegistry metrics) {
        this.clockwork = clockwork;
        this.views = views;
        this.clock = clock;
        Gauge.builder("cybervpn.unallocated.open", open, AtomicLong::get)
                .description("Money that fits no payment and waits for a decision, how many")
                .register(metrics);
        Gauge.builder("cybervpn.unallocated.oldest.seconds", oldestSeconds, AtomicLong::get)
                .description("For how long the oldest of it waits")
                .register(metrics);
        this.amounts =
                MultiGauge.builder("cybervpn.unallocated.minor.units")
                        .description("How much of it there is")
                        .register(metrics);
    }

    @Scheduled(
            every = "60s",
            delayed = "25s",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> tick() {
        return clockwork
                .step(() -> views.open().invoke(this::tell).replaceWithVoid())
                .onFailure()
                .recoverWithUni(UnmatchedTick::tell);
    }

    private void tell(List<Open> sums) {
        open.set(sums.stream().mapToLong(Open::count).sum());
        oldestSeconds.set(
                sums.stream()
                        .map(Open::oldest)
                        .min(Comparator.naturalOrder())
                        .map(this::ageSeconds)
                        .orElse(0L));
        amounts.register(sums.stream().map(UnmatchedTick::row).toList(), true);
    }

    private long ageSeconds(Instant seen) {
        return Math.max(0, Duration.between(seen, clock.instant()).toSeconds());
    }

    private static MultiGauge.Row<Number> row(Open sum) {
        return MultiGauge.Row.of(
                Tags.of("provider", sum.provider(), "currency", sum.asset()), sum.minorUnits());
    }

    private static Uni<Void> tell(Throwable failure) {
        LOG.warnf("unallocated money cannot be counted now: %s", failure);
        return Uni.createFrom().voidItem();
    }
}
