package io.cybervpn.domain.provisioning.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.cybervpn.domain.shared.Limit;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** R160, R161: what is counted and what is told. */
class TrafficMeterTest {
    private static final Instant NOW = Instant.parse("2026-11-30T10:00:00Z");
    private static final Limit HUNDRED = Limit.of(100);

    private static TrafficReading reading(long used) {
        return new TrafficReading(used, Optional.empty(), Optional.empty());
    }

    private static TrafficMeter meter(long used, Limit limit) {
        return TrafficMeter.first(reading(used), limit, NOW).meter();
    }

    @Test
    void of_several_thresholds_that_are_passed_at_once_the_highest_is_told() {
        TrafficMeter.Counted jumped = meter(10, HUNDRED).read(reading(96), HUNDRED, NOW);
        TrafficMeter.Counted over = jumped.meter().read(reading(130), HUNDRED, NOW);

        assertThat(jumped.tell()).contains(95);
        assertThat(over.tell()).contains(100);
        assertThat(over.meter().read(reading(140), HUNDRED, NOW).tell()).isEmpty();
        assertThat(TrafficMeter.first(reading(85), HUNDRED, NOW).tell()).contains(80);
    }

    @Test
    void a_reset_begins_a_period_in_which_everything_is_told_again() {
        TrafficMeter full = meter(99, HUNDRED);
        Instant later = NOW.plus(Duration.ofDays(1));

        TrafficMeter.Counted reset = full.read(reading(3), HUNDRED, later);

        assertThat(reset.deltaBytes()).isEqualTo(3);
        assertThat(reset.meter().period()).isEqualTo(2);
        assertThat(reset.meter().periodSince()).isEqualTo(later);
        assertThat(reset.meter().totalBytes()).isEqualTo(102);
        assertThat(reset.meter().read(reading(80), HUNDRED, later).tell()).contains(80);
    }

    @Test
    void a_top_up_is_not_answered_by_a_warning_and_the_next_threshold_is_told() {
        TrafficMeter warned = meter(96, HUNDRED);
        Limit raised = Limit.of(110);

        TrafficMeter.Counted toppedUp = warned.read(reading(96), raised, NOW);
        TrafficMeter.Counted more = toppedUp.meter().read(reading(99), raised, NOW);

        assertThat(toppedUp.tell()).isEmpty();
        assertThat(toppedUp.deltaBytes()).isZero();
        assertThat(more.tell()).contains(90);
        Limit huge = Limit.of(1_000);
        assertThat(
                        more.meter()
                                .read(reading(100), huge, NOW)
                                .meter()
                                .read(reading(800), huge, NOW)
                                .tell())
                .contains(80);
    }

    @Test
    void a_smaller_limit_is_told_as_what_it_leaves() {
        TrafficMeter half = meter(50, HUNDRED);

        assertThat(half.read(reading(50), Limit.of(50), NOW).tell()).contains(100);
        assertThat(meter(50, Limit.unlimited()).read(reading(50), Limit.of(60), NOW).tell())
                .contains(80);
        assertThat(half.read(reading(90), Limit.unlimited(), NOW).tell()).isEmpty();
    }

    @Test
    void a_user_that_was_made_anew_counts_from_nothing() {
        TrafficMeter before =
                TrafficMeter.first(
                                new TrafficReading(50, Optional.of(500L), Optional.of(NOW)),
                                HUNDRED,
                                NOW)
                        .meter();

        TrafficMeter.Counted anew =
                before.read(new TrafficReading(7, Optional.of(7L), Optional.empty()), HUNDRED, NOW);

        assertThat(before.totalBytes()).isEqualTo(500);
        assertThat(anew.deltaBytes()).isEqualTo(7);
        assertThat(anew.meter().totalBytes()).isEqualTo(507);
        assertThat(anew.meter().period()).isEqualTo(2);
    }

    @Test
    void a_reset_that_the_panel_dates_is_seen_though_more_was_used_since() {
        TrafficReading before = new TrafficReading(10, Optional.of(10L), Optional.empty());
        TrafficReading after = new TrafficReading(30, Optional.of(42L), Optional.of(NOW));

        TrafficMeter.Counted counted =
                TrafficMeter.first(before, HUNDRED, NOW).meter().read(after, HUNDRED, NOW);

        assertThat(counted.deltaBytes()).isEqualTo(32);
        assertThat(counted.meter().period()).isEqualTo(2);
    }
}
