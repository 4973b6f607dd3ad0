package io.cybervpn.application.provisioning;

import io.cybervpn.application.shared.Outbox;
import io.cybervpn.application.shared.UnitOfWork;
import io.cybervpn.domain.provisioning.AccessId;
import io.cybervpn.domain.provisioning.TrafficThresholdReached;
import io.cybervpn.domain.provisioning.model.TrafficMeter;
import io.cybervpn.domain.provisioning.repository.TrafficMeters;
import io.cybervpn.domain.provisioning.repository.TrafficMeters.Kept;
import io.cybervpn.domain.provisioning.repository.TrafficMeters.Uncounted;
import io.cybervpn.domain.shared.Limit;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;

/**
 * Counts what was used since the last time, by day, and tells who has used much of his traffic
 * (R160, R161). It reads what sweeps and pushes have left in our own records, so it asks no panel
 * and does not care which kind of panel an access is on. A day is exact to about the time between
 * two sweeps.
 *
 * <p>Safe to run anywhere at once: batches wait for one another, and a reading counts once.
 */
@Singleton
public final class KeepUsage {
    private static final int BATCH = 500;
    private static final int FORGOTTEN_AT_ONCE = 10_000;

    private final UnitOfWork unitOfWork;
    private final TrafficMeters meters;
    private final Outbox outbox;
    private final UsageSettings settings;
    private final Clock clock;

    @Inject
    KeepUsage(
            UnitOfWork unitOfWork,
            TrafficMeters meters,
            Outbox outbox,
            UsageSettings settings,
            Clock clock) {
        this.unitOfWork = unitOfWork;
        this.meters = meters;
        this.outbox = outbox;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * What was done.
     *
     * @param counted readings
     * @param told customers who are to hear of a threshold
     */
    public record Result(int counted, int told) {}

    private record Step(int counted, int told, Optional<AccessId> last) {}

    private record Reckoned(Kept kept, Optional<TrafficThresholdReached> event) {}

    /** Counts everything that is not counted yet, batch by batch, and forgets days of long ago. */
    public Uni<Result> execute() {
        return Multi.createBy()
                .repeating()
                .uni(() -> new AtomicReference<>(Optional.<AccessId>empty()), this::step)
                .whilst(step -> step.last().isPresent())
                .collect()
                .in(Tally::new, Tally::add)
                .call(this::forget)
                .map(tally -> new Result(tally.counted, tally.told));
    }

    private Uni<Step> step(AtomicReference<Optional<AccessId>> last) {
        return unitOfWork
                .run(() -> meters.takeTurn().chain(() -> count(last.get())))
                .invoke(step -> last.set(step.last()));
    }

    private Uni<Step> count(Optional<AccessId> after) {
        Instant now = clock.instant();
        return meters.uncounted(after, BATCH, now).chain(found -> count(found, now));
    }

    private Uni<Step> count(List<Uncounted> found, Instant now) {
        List<Reckoned> reckoned = found.stream().map(one -> reckon(one, now)).toList();
        List<TrafficThresholdReached> events =
                reckoned.stream().flatMap(one -> one.event().stream()).toList();
        List<Kept> kept = reckoned.stream().map(Reckoned::kept).toList();
        return meters.keep(kept, LocalDate.ofInstant(now, ZoneOffset.UTC), now)
                .chain(() -> outbox.appendAll(events))
                .replaceWith(new Step(found.size(), events.size(), last(found)));
    }

    /** Where the next batch begins; empty when this was the last one. */
    private static Optional<AccessId> last(List<Uncounted> found) {
        return found.size() < BATCH
                ? Optional.empty()
                : Optional.of(found.getLast()).map(Uncounted::access);
    }

    private static Reckoned reckon(Uncounted one, Instant now) {
        TrafficMeter.Counted counted =
                one.meter()
                        .map(meter -> meter.read(one.reading(), one.limit(), now))
                        .orElseGet(() -> TrafficMeter.first(one.reading(), one.limit(), now));
        return new Reckoned(
                new Kept(one.access(), counted.meter(), counted.deltaBytes()),
                counted.tell()
                        .filter(_ -> one.usable())
                        .flatMap(percent -> event(one, percent, now)));
    }

    private static Optional<TrafficThresholdReached> event(
            Uncounted one, int percent, Instant now) {
        return limit(one.limit())
                .map(
                        bytes ->
                                new TrafficThresholdReached(
                                        one.access(),
                                        one.account(),
                                        percent,
                                        one.reading().usedBytes(),
                                        bytes,
                                        now));
    }

    private static Optional<Long> limit(Limit limit) {
        return Stream.of(limit)
                .filter(Limit.Of.class::isInstance)
                .map(of -> ((Limit.Of) of).amount())
                .findFirst();
    }

    private Uni<Integer> forget() {
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        return unitOfWork.run(
                () -> meters.forgetDays(today.minusDays(settings.keepDays()), FORGOTTEN_AT_ONCE));
    }

    private static final class Tally {
        private int counted;
        private int told;

        private void add(Step step) {
            counted += step.counted();
            told += step.told();
        }
    }
}
