package io.cybervpn.domain.provisioning.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.cybervpn.domain.shared.Limit;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/**
 * However a panel counts and whenever it is read: nothing is counted twice, nothing is negative.
 */
class TrafficMeterPropertiesTest {
    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

    /** What happens at the panel between two readings: traffic, a reset, traffic again. */
    record Step(long before, boolean reset, long after) {}

    /** A panel that counts as Remnawave does. */
    private static final class Panel {
        private long used;
        private long lifetime;
        private Optional<Instant> resetAt = Optional.empty();
        private int resets;

        private void live(Step step, Instant now) {
            move(step.before());
            if (step.reset()) {
                used = 0;
                resets++;
                resetAt = Optional.of(now);
            }
            move(step.after());
        }

        private void move(long bytes) {
            used += bytes;
            lifetime += bytes;
        }

        private TrafficReading full() {
            return new TrafficReading(used, Optional.of(lifetime), resetAt);
        }

        private TrafficReading poor() {
            return new TrafficReading(used, Optional.empty(), Optional.empty());
        }
    }

    @Provide
    static Arbitrary<List<Step>> lives() {
        Arbitrary<Long> bytes = Arbitraries.longs().between(0, 400);
        return Combinators.combine(bytes, Arbitraries.of(true, false, false, false), bytes)
                .as(Step::new)
                .list()
                .ofMinSize(1)
                .ofMaxSize(40);
    }

    @Property
    void where_the_panel_says_it_all_the_days_sum_up_to_the_last_byte(
            @ForAll("lives") List<Step> life) {
        Panel panel = new Panel();
        TrafficMeter meter = TrafficMeter.first(panel.full(), Limit.of(1_000), START).meter();
        long days = 0;
        for (int i = 0; i < life.size(); i++) {
            Instant now = START.plusSeconds(600L * (i + 1));
            panel.live(life.get(i), now);
            TrafficMeter.Counted counted = meter.read(panel.full(), Limit.of(1_000), now);
            meter = counted.meter();
            days += counted.deltaBytes();
            assertThat(counted.deltaBytes()).isNotNegative();
        }
        assertThat(days).isEqualTo(panel.lifetime);
        assertThat(meter.totalBytes()).isEqualTo(panel.lifetime);
        assertThat(meter.period()).isEqualTo(panel.resets + 1);
    }

    @Property
    void where_it_does_not_nothing_is_counted_that_was_not_used(@ForAll("lives") List<Step> life) {
        Panel panel = new Panel();
        TrafficMeter meter = TrafficMeter.first(panel.poor(), Limit.unlimited(), START).meter();
        long counted = 0;
        for (Step step : life) {
            panel.live(step, START);
            TrafficMeter.Counted next = meter.read(panel.poor(), Limit.unlimited(), START);
            assertThat(next.deltaBytes()).isNotNegative();
            assertThat(next.tell()).isEmpty();
            counted += next.deltaBytes();
            meter = next.meter();
        }
        assertThat(counted).isEqualTo(meter.totalBytes()).isLessThanOrEqualTo(panel.lifetime);
        assertThat(meter.period()).isLessThanOrEqualTo(panel.resets + 1);
    }

    @Property
    void a_reading_that_comes_again_counts_nothing(@ForAll("lives") List<Step> life) {
        Panel panel = new Panel();
        TrafficMeter meter = TrafficMeter.first(panel.full(), Limit.of(500), START).meter();
        for (Step step : life) {
            panel.live(step, START);
            meter = meter.read(panel.full(), Limit.of(500), START).meter();
            TrafficMeter.Counted again = meter.read(panel.full(), Limit.of(500), START);
            assertThat(again.deltaBytes()).isZero();
            assertThat(again.tell()).isEmpty();
            assertThat(again.meter()).isEqualTo(meter);
        }
    }

    @Property
    void each_threshold_of_a_period_is_told_once_and_only_when_it_is_reached(
            @ForAll("lives") List<Step> life, @ForAll @IntRange(min = 1, max = 3_000) int limit) {
        Panel panel = new Panel();
        TrafficMeter meter = TrafficMeter.first(panel.full(), Limit.of(limit), START).meter();
        Set<List<Integer>> told = new HashSet<>();
        List<Integer> all = new ArrayList<>();
        for (int i = 0; i < life.size(); i++) {
            Instant now = START.plusSeconds(600L * (i + 1));
            panel.live(life.get(i), now);
            TrafficMeter.Counted counted = meter.read(panel.full(), Limit.of(limit), now);
            meter = counted.meter();
            int period = meter.period();
            long used = panel.used;
            counted.tell()
                    .ifPresent(
                            percent -> {
                                all.add(percent);
                                told.add(List.of(period, percent));
                                assertThat(used * 100)
                                        .isGreaterThanOrEqualTo(percent * (long) limit);
                            });
            assertThat(meter.told().percent())
                    .isEqualTo(TrafficThresholds.reached(used, Limit.of(limit)));
        }
        assertThat(told).hasSameSizeAs(all);
        assertThat(all).isSubsetOf(80, 90, 95, 100);
    }

    @Property
    void thresholds_are_exact_up_to_the_largest_number(
            @ForAll @IntRange(min = 0, max = 200) int percent) {
        long limit = Long.MAX_VALUE;
        long used = percent >= 100 ? limit : limit / 100 * percent;
        int expected =
                IntStream.of(100, 95, 90, 80)
                        .filter(at -> at == 100 ? percent >= 100 : percent > at)
                        .findFirst()
                        .orElse(0);

        // Just so many percent of what is no multiple of 100 is a little less than that.
        assertThat(TrafficThresholds.reached(used, Limit.of(limit))).isEqualTo(expected);
        assertThat(TrafficThresholds.reached(80, Limit.of(100))).isEqualTo(80);
        assertThat(TrafficThresholds.reached(79, Limit.of(100))).isZero();
        assertThat(TrafficThresholds.reached(Long.MAX_VALUE, Limit.unlimited())).isZero();
    }
}
