package io.cybervpn.application.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cybervpn.application.server.KeepServerHistory.Command;
import io.cybervpn.application.server.port.NodeTraffic.NodeDay;
import io.cybervpn.application.server.port.ServerLog.Day;
import io.cybervpn.application.server.port.ServerSamples.Point;
import io.cybervpn.application.server.port.ServerSamples.Sample;
import io.cybervpn.application.server.port.ServerSamples.Step;
import io.cybervpn.application.server.port.TrafficDays;
import io.cybervpn.application.shared.MovableClock;
import io.cybervpn.domain.server.ServerId;
import io.cybervpn.domain.server.model.Availability;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/**
 * R120, R151, R180: nothing is lost on the way from five minutes to days, however late the work is.
 */
class KeepServerHistoryTest {
    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

    private final MovableClock clock = new MovableClock(START);
    private final ServerId server = new ServerId(new UUID(0, 1));
    private final InMemorySamples samples = new InMemorySamples();
    private final InMemoryLog log = new InMemoryLog();
    private final KeepServerHistory keep =
            new KeepServerHistory(samples, log, new NoTraffic(), clock);

    private static final class NoTraffic implements TrafficDays {
        @Override
        public Uni<Void> put(String panel, List<NodeDay> days) {
            return Uni.createFrom().voidItem();
        }

        @Override
        public Uni<Long> sum(LocalDate from, LocalDate to) {
            return Uni.createFrom().item(0L);
        }

        @Override
        public Uni<Integer> forget(LocalDate before, int limit) {
            return Uni.createFrom().item(0);
        }
    }

    private KeepServerHistory.Result kept() {
        return keep.execute(Command.STANDARD).await().indefinitely();
    }

    /** A sample each two hours, a thousand bytes more each time. */
    private void measured(int count) {
        samples.know("main", "a", server);
        for (int i = 0; i < count; i++) {
            Sample sample = new Sample("main", "a", Optional.of(4L), Optional.of(i * 1_000L));
            assertThat(samples.add(clock.instant(), List.of(sample)).await().indefinitely())
                    .isEqualTo(1);
            clock.advance(Duration.ofHours(2));
        }
    }

    private List<Point> series(Step step) {
        return samples.series(step, Optional.empty(), START, clock.instant())
                .await()
                .indefinitely();
    }

    private long bytes(Step step) {
        return series(step).stream().mapToLong(Point::bytes).sum();
    }

    @Test
    void weeks_without_work_are_made_up_for_before_anything_is_thrown_away() {
        measured(12 * 20);

        assertThat(kept().forgotten()).isPositive();

        assertThat(bytes(Step.HOUR)).isEqualTo(239_000);
        assertThat(bytes(Step.DAY)).isEqualTo(239_000);
        assertThat(series(Step.DAY)).hasSize(20).allMatch(point -> point.usersMean() == 4);
        assertThat(series(Step.FIVE_MINUTES).getFirst().at())
                .isAfterOrEqualTo(clock.instant().minus(Duration.ofDays(7)));
    }

    @Test
    void work_that_is_done_again_changes_nothing_and_sums_go_on() {
        measured(12 * 9);
        assertThat(kept().days()).isZero();
        List<Point> before = series(Step.DAY);
        assertThat(kept().forgotten()).isZero();
        assertThat(series(Step.DAY)).isEqualTo(before);

        clock.advance(Duration.ofDays(30));
        assertThat(kept().forgotten()).isNotNegative();

        assertThat(bytes(Step.DAY)).isEqualTo(107_000);
    }

    @Test
    void finished_days_are_whole_and_today_is_not_among_them() {
        log.add(server, START.plusSeconds(3_600), "online");
        log.add(server, START.plusSeconds(90_000), "offline");
        clock.advance(Duration.ofDays(2).plusHours(5));

        assertThat(kept().days()).isEqualTo(2);

        List<Day> days = log.days(server, LocalDate.parse("2025-12-01")).await().indefinitely();
        assertThat(days)
                .extracting(Day::parts)
                .containsExactly(
                        new Availability(82_800, 0, 0, 3_600),
                        new Availability(3_600, 82_800, 0, 0));
    }

    @Test
    void a_line_that_comes_late_changes_the_days_that_it_is_about() {
        log.add(server, START, "online");
        clock.advance(Duration.ofDays(2));
        assertThat(kept().days()).isEqualTo(2);
        log.add(server, START.plus(Duration.ofHours(36)), "offline");

        assertThat(kept().days()).isEqualTo(2);

        assertThat(log.days(server, LocalDate.parse("2026-01-02")).await().indefinitely())
                .extracting(Day::parts)
                .containsExactly(new Availability(43_200, 43_200, 0, 0));
    }

    @Test
    void what_would_throw_away_what_is_not_summed_up_is_refused() {
        assertThatThrownBy(
                        () ->
                                new Command(
                                        Duration.ofHours(1),
                                        Duration.ofDays(90),
                                        Duration.ofDays(90)))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
