package io.cybervpn.domain.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** R177–R188: when tasks are due. */
class RhythmTest {
    private static final Instant DUE = Instant.parse("2026-01-31T10:00:00Z");
    private static final Rhythm FIVE = new Rhythm.Every(Duration.ofMinutes(5));
    private static final Rhythm NIGHTLY = new Rhythm.Daily(LocalTime.of(3, 30));

    @Test
    void what_was_missed_is_made_up_for_once_and_the_beat_is_kept() {
        assertThat(FIVE.after(DUE, DUE.plusSeconds(2))).isEqualTo(DUE.plusSeconds(300));
        assertThat(FIVE.after(DUE, DUE.plusSeconds(300))).isEqualTo(DUE.plusSeconds(600));
        assertThat(FIVE.after(DUE, DUE.plus(Duration.ofDays(9)).plusSeconds(1)))
                .isEqualTo(DUE.plus(Duration.ofDays(9)).plusSeconds(300));
    }

    @Test
    void a_day_has_one_moment() {
        Instant today = Instant.parse("2026-01-31T03:30:00Z");
        Instant tomorrow = Instant.parse("2026-02-01T03:30:00Z");

        assertThat(NIGHTLY.after(DUE, today.minusSeconds(1))).isEqualTo(today);
        assertThat(NIGHTLY.after(DUE, today)).isEqualTo(tomorrow);
        assertThat(NIGHTLY.first(DUE)).isEqualTo(tomorrow);
        assertThat(NIGHTLY.text()).isEqualTo("daily at 03:30");
    }

    @Test
    void a_new_task_is_due_soon_but_not_at_once() {
        assertThat(new Rhythm.Every(Duration.ofSeconds(10)).first(DUE))
                .isEqualTo(DUE.plusSeconds(5));
        assertThat(new Rhythm.Every(Duration.ofDays(30)).first(DUE)).isEqualTo(DUE.plusSeconds(60));
        assertThat(FIVE.text()).isEqualTo("every PT5M");
    }

    @Property
    void the_next_moment_is_after_now_and_no_later_than_a_period(
            @ForAll @LongRange(min = 1, max = 2_678_400) long periodSeconds,
            @ForAll @IntRange(min = -100_000, max = 100_000_000) int sinceDue) {
        Rhythm rhythm = new Rhythm.Every(Duration.ofSeconds(periodSeconds));
        Instant now = DUE.plusSeconds(sinceDue);

        Instant next = rhythm.after(DUE, now);

        assertThat(next).isAfter(now).isBeforeOrEqualTo(now.plusSeconds(periodSeconds));
        assertThat(next).isBefore(rhythm.latest(now));
    }

    @Property
    void a_day_is_never_longer_than_a_day(
            @ForAll @IntRange(max = 86_399) int second,
            @ForAll @IntRange(min = 0, max = 100_000_000) int later) {
        Rhythm rhythm = new Rhythm.Daily(LocalTime.ofSecondOfDay(second));
        Instant now = DUE.plusSeconds(later);

        assertThat(rhythm.after(DUE, now))
                .isAfter(now)
                .isBeforeOrEqualTo(now.plus(1, ChronoUnit.DAYS));
    }

    @Test
    void no_period_is_shorter_than_a_second_or_longer_than_a_month() {
        assertThatThrownBy(() -> new Rhythm.Every(Duration.ofMillis(999)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Rhythm.Every(Duration.ofDays(32)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "expire", "Subscription.expire", "a.b.c", "a.b-", "a.b_c", "a. b"})
    void a_name_says_whose_and_what(String text) {
        assertThatThrownBy(() -> new TaskName(text)).isInstanceOf(IllegalArgumentException.class);
    }
}
