package io.cybervpn.application.server;

import io.cybervpn.application.server.port.ServerLog;
import io.cybervpn.application.server.port.ServerLog.Day;
import io.cybervpn.application.server.port.ServerLog.Log;
import io.cybervpn.application.server.port.ServerSamples;
import io.cybervpn.application.server.port.ServerSamples.Step;
import io.cybervpn.application.server.port.TrafficDays;
import io.cybervpn.domain.server.ServerId;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;

/**
 * Sums figures up by hour and day, says what finished days were like, and throws away what is too
 * old (R151, R180). Nothing fine is thrown away before it is summed up. What comes late counts for
 * some hours and days more. Repeatable by anybody at any time; it goes on where it was left, also
 * after weeks.
 */
@Singleton
public final class KeepServerHistory {
    private static final int BATCH = 5_000;
    private static final int PAGE_SIZE = 100;
    private static final int DAYS_AGAIN = 3;
    private static final int DAYS_BACK_MAX = 35;
    private static final Duration AGAIN = Duration.ofHours(3);
    private static final Duration AT_ONCE = Duration.ofDays(2);

    private final ServerSamples samples;
    private final ServerLog log;
    private final TrafficDays traffic;
    private final Clock clock;

    @Inject
    KeepServerHistory(ServerSamples samples, ServerLog log, TrafficDays traffic, Clock clock) {
        this.samples = samples;
        this.log = log;
        this.traffic = traffic;
        this.clock = clock;
    }

    /**
     * How long things are kept.
     *
     * @param samples of five minutes, and lines of the log of states for three times as long
     * @param hours by hour
     * @param days by day
     */
    public record Command(Duration samples, Duration hours, Duration days) {
        private static final int LOG_FACTOR = 3;

        /** A week, a quarter, two years. */
        public static final Command STANDARD =
                new Command(Duration.ofDays(7), Duration.ofDays(92), Duration.ofDays(731));

        /** Refuses what would throw away what is still to be summed up. */
        public Command {
            boolean sound =
                    samples.compareTo(Duration.ofDays(2)) >= 0
                            && hours.compareTo(Duration.ofDays(DAYS_AGAIN + 1L)) >= 0
                            && days.compareTo(hours) >= 0;
            if (!sound) {
                throw new IllegalArgumentException(
                        "samples are kept for 2 days or more, hours for 4, days no shorter");
            }
        }

        private Duration lines() {
            Duration least = Duration.ofDays(DAYS_BACK_MAX + DAYS_AGAIN);
            Duration lines = samples.multipliedBy(LOG_FACTOR);
            return lines.compareTo(least) > 0 ? lines : least;
        }
    }

    /**
     * What was done.
     *
     * @param days of servers that were written
     * @param forgotten rows that were thrown away
     */
    public record Result(int days, int forgotten) {}

    /** Does it once. */
    public Uni<Result> execute(Command command) {
        Instant now = clock.instant();
        return sumUp(Step.FIVE_MINUTES, Step.HOUR, now)
                .chain(() -> sumUp(Step.HOUR, Step.DAY, now))
                .chain(() -> days(now))
                .chain(days -> forget(command, now).map(rows -> new Result(days, rows)));
    }

    /** From where it was left, and a little before; in pieces, so that no statement is long. */
    private Uni<Void> sumUp(Step from, Step to, Instant now) {
        return samples.last(to)
                .chain(
                        last ->
                                last.isPresent()
                                        ? Uni.createFrom().item(last.map(at -> at.minus(AGAIN)))
                                        : samples.first(from))
                .chain(
                        begin ->
                                begin.map(at -> sumUp(to, to.start(at), now))
                                        .orElseGet(() -> Uni.createFrom().voidItem()));
    }

    private Uni<Void> sumUp(Step step, Instant begin, Instant now) {
        Duration atOnce = step == Step.DAY ? AT_ONCE.multipliedBy(10) : AT_ONCE;
        List<Instant> starts =
                Stream.iterate(begin, at -> at.isBefore(now), at -> at.plus(atOnce)).toList();
        return Multi.createFrom()
                .iterable(starts)
                .onItem()
                .transformToUniAndConcatenate(
                        at -> samples.sumUp(step, at, at.plus(atOnce)).replaceWith(at))
                .collect()
                .last()
                .replaceWithVoid();
    }

    private Uni<Integer> days(Instant now) {
        LocalDate today = now.atZone(ZoneOffset.UTC).toLocalDate();
        return log.lastDay().chain(last -> days(firstOf(last, today), today));
    }

    private static LocalDate firstOf(Optional<LocalDate> last, LocalDate today) {
        LocalDate again = today.minusDays(DAYS_AGAIN);
        LocalDate next = last.map(day -> day.plusDays(1)).orElse(LocalDate.EPOCH);
        LocalDate first = next.isBefore(again) ? next : again;
        LocalDate least = today.minusDays(DAYS_BACK_MAX);
        return first.isBefore(least) ? least : first;
    }

    private record Span(LocalDate from, LocalDate to) {
        Instant start() {
            return from.atStartOfDay(ZoneOffset.UTC).toInstant();
        }
    }

    private record Written(Optional<ServerId> last, int days) {}

    private Uni<Integer> days(LocalDate from, LocalDate to) {
        Span span = new Span(from, to);
        AtomicReference<Optional<ServerId>> after = new AtomicReference<>(Optional.empty());
        return Multi.createBy()
                .repeating()
                .uni(() -> page(after.get(), span).invoke(done -> after.set(done.last())))
                .whilst(done -> done.last().isPresent())
                .collect()
                .asList()
                .map(pages -> pages.stream().mapToInt(Written::days).sum());
    }

    private Uni<Written> page(Optional<ServerId> after, Span span) {
        return log.logs(after, PAGE_SIZE, span.start()).chain(logs -> write(logs, span));
    }

    private Uni<Written> write(List<Log> logs, Span span) {
        List<Day> days = logs.stream().flatMap(one -> daysOf(one, span)).toList();
        boolean more = logs.size() == PAGE_SIZE;
        Optional<ServerId> last = more ? Optional.of(logs.getLast().server()) : Optional.empty();
        return log.save(days).replaceWith(new Written(last, days.size()));
    }

    private static Stream<Day> daysOf(Log log, Span span) {
        return span.from()
                .datesUntil(span.to())
                .map(day -> new Day(log.server(), day, ServerDays.of(log.lines(), day)))
                .filter(day -> day.parts().unknown() < day.parts().whole());
    }

    private Uni<Integer> forget(Command command, Instant now) {
        LocalDate oldest = now.minus(command.days()).atZone(ZoneOffset.UTC).toLocalDate();
        return forgetSummed(Step.FIVE_MINUTES, Step.HOUR, now.minus(command.samples()))
                .chain(
                        sum ->
                                forgetSummed(Step.HOUR, Step.DAY, now.minus(command.hours()))
                                        .map(rows -> rows + sum))
                .chain(
                        sum ->
                                samples.forget(Step.DAY, now.minus(command.days()), BATCH)
                                        .map(rows -> rows + sum))
                .chain(
                        sum ->
                                log.forgetLines(now.minus(command.lines()), BATCH)
                                        .map(rows -> rows + sum))
                .chain(sum -> log.forgetDays(oldest, BATCH).map(rows -> rows + sum))
                .chain(sum -> traffic.forget(oldest, BATCH).map(rows -> rows + sum));
    }

    private Uni<Integer> forgetSummed(Step fine, Step coarse, Instant before) {
        return samples.last(coarse)
                .chain(
                        last ->
                                last.filter(before::isBefore).isPresent()
                                        ? samples.forget(fine, before, BATCH)
                                        : Uni.createFrom().item(0));
    }
}
