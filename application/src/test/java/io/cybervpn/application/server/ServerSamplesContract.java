package io.cybervpn.application.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.cybervpn.application.server.port.ServerSamples;
import io.cybervpn.application.server.port.ServerSamples.Point;
import io.cybervpn.application.server.port.ServerSamples.Sample;
import io.cybervpn.application.server.port.ServerSamples.Step;
import io.cybervpn.domain.server.ServerId;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** R151, R180: what every store of figures does, in a year of which nobody else has any. */
public abstract class ServerSamplesContract {
    protected static final Instant START = Instant.parse("2019-03-04T22:00:00Z");
    private static final Instant END = START.plus(Duration.ofDays(3));
    private static final Duration FIVE = Duration.ofMinutes(5);

    protected final String panel = "test-" + UUID.randomUUID();
    protected final ServerId server = new ServerId(UUID.randomUUID());

    /** A store that knows {@link #server} as the one of node a of {@link #panel}. */
    protected abstract ServerSamples samples();

    private Uni<Integer> adding(int piece, long users, long counter) {
        Sample sample = new Sample(panel, "a", Optional.of(users), Optional.of(counter));
        return samples().add(START.plus(FIVE.multipliedBy(piece)), List.of(sample));
    }

    private int add(int piece, long users, long counter) {
        return adding(piece, users, counter).await().indefinitely();
    }

    private void sumUp(Step step) {
        samples().sumUp(step, step.start(START), END).await().indefinitely();
    }

    private List<Point> series(Step step) {
        return samples()
                .series(step, Optional.of(server), step.start(START), END)
                .await()
                .indefinitely();
    }

    @Test
    void what_moved_is_the_difference_of_counters_also_when_they_begin_anew() {
        assertThat(add(0, 3, 1_000)).isEqualTo(1);
        assertThat(add(1, 5, 1_700)).isEqualTo(1);
        assertThat(add(2, 4, 200)).isEqualTo(1);

        assertThat(series(Step.FIVE_MINUTES))
                .extracting(Point::bytes)
                .containsExactly(0L, 700L, 200L);
        assertThat(series(Step.FIVE_MINUTES))
                .extracting(Point::usersMax)
                .containsExactly(3L, 5L, 4L);
    }

    @Test
    void of_many_at_once_one_is_taken_and_none_that_is_late_or_of_no_server() {
        assertThat(add(0, 1, 100)).isEqualTo(1);

        List<Integer> taken =
                Uni.join()
                        .all(Stream.generate(() -> adding(1, 1, 150)).limit(10).toList())
                        .andFailFast()
                        .await()
                        .indefinitely();

        assertThat(taken).containsOnlyOnce(1);
        assertThat(add(0, 9, 900)).isZero();
        Sample foreign = new Sample(panel, "nobody", Optional.of(1L), Optional.of(1L));
        assertThat(samples().add(END, List.of(foreign)).await().indefinitely()).isZero();
        assertThat(series(Step.FIVE_MINUTES)).extracting(Point::bytes).containsExactly(0L, 50L);
    }

    @Test
    void sums_are_the_same_however_often_and_late_samples_count() {
        assertThat(add(0, 10, 0) + add(1, 20, 600) + add(23, 3, 1_000)).isEqualTo(3);
        sumUp(Step.HOUR);
        sumUp(Step.HOUR);
        assertThat(series(Step.HOUR))
                .containsExactly(
                        new Point(START, 600, 20, 15),
                        new Point(START.plus(Duration.ofHours(1)), 400, 3, 3));
        assertThat(add(24, 7, 1_500)).isEqualTo(1);

        sumUp(Step.HOUR);
        sumUp(Step.DAY);
        sumUp(Step.DAY);

        assertThat(series(Step.DAY))
                .containsExactly(
                        new Point(Step.DAY.start(START), 1_000, 20, 11),
                        new Point(Step.DAY.start(START.plus(Duration.ofHours(2))), 500, 7, 7));
        long fine = series(Step.FIVE_MINUTES).stream().mapToLong(Point::bytes).sum();
        long coarse = series(Step.DAY).stream().mapToLong(Point::bytes).sum();
        assertThat(coarse).isEqualTo(fine);
    }

    @Test
    void what_is_old_is_thrown_away_some_at_a_time() {
        assertThat(add(0, 1, 0) + add(1, 1, 5) + add(2, 1, 9)).isEqualTo(3);
        Instant second = START.plus(FIVE.multipliedBy(2));

        assertThat(samples().forget(Step.FIVE_MINUTES, second, 1).await().indefinitely())
                .isEqualTo(1);
        assertThat(samples().forget(Step.FIVE_MINUTES, second, 9).await().indefinitely())
                .isEqualTo(1);

        assertThat(series(Step.FIVE_MINUTES)).extracting(Point::at).containsExactly(second);
    }
}
