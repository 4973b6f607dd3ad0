package io.cybervpn.domain.server.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cybervpn.domain.server.model.Damping.Level;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

/** When looks that differ make a server another. */
class DampingTest {
    private static final Damping DAMPING = Damping.STANDARD;

    /** The levels after each look. */
    private static List<Level> levels(List<Check> checks) {
        String row = "";
        Level level = Level.WELL;
        List<Level> levels = new ArrayList<>();
        for (Check check : checks) {
            row = DAMPING.with(row, check);
            level = DAMPING.level(row, level);
            levels.add(level);
        }
        return levels;
    }

    @Property
    void it_never_goes_down_and_up_again_within_fewer_looks_than_it_takes(
            @ForAll @Size(min = 2, max = 40) List<Check> checks) {
        List<Level> levels = levels(checks);
        for (int i = 1; i < levels.size(); i++) {
            if (levels.get(i) == Level.DOWN && levels.get(i - 1) != Level.DOWN) {
                int until = Math.min(levels.size(), i + DAMPING.better());
                assertThat(levels.subList(i, until)).containsOnly(Level.DOWN);
            }
        }
    }

    @Property
    void as_many_equal_looks_as_the_window_is_long_always_decide(
            @ForAll @Size(max = 20) List<Check> before, @ForAll Check check) {
        List<Check> checks = new ArrayList<>(before);
        for (int i = 0; i < DAMPING.window(); i++) {
            checks.add(check);
        }

        Level expected =
                switch (check) {
                    case UP -> Level.WELL;
                    case HALF -> Level.HALF;
                    case DOWN -> Level.DOWN;
                };
        assertThat(levels(checks).getLast()).isEqualTo(expected);
    }

    @Property
    void no_more_looks_are_kept_than_the_window_is_long(@ForAll @Size(max = 30) List<Check> all) {
        String row = "";
        for (Check check : all) {
            row = DAMPING.with(row, check);
        }
        assertThat(row).hasSize(Math.min(all.size(), DAMPING.window()));
    }

    @Property
    void what_could_ask_for_both_at_once_is_refused(
            @ForAll @IntRange(min = 1, max = 6) int window,
            @ForAll @IntRange(min = 0, max = 7) int worse,
            @ForAll @IntRange(min = 0, max = 7) int better) {
        boolean sound =
                worse >= 1
                        && better >= 1
                        && worse <= window
                        && better <= window
                        && worse + better > window;
        if (sound) {
            assertThat(new Damping(window, worse, better, Duration.ZERO).window())
                    .isEqualTo(window);
        } else {
            assertThatThrownBy(() -> new Damping(window, worse, better, Duration.ZERO))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void the_first_look_decides() {
        assertThat(DAMPING.level("d", Level.WELL)).isEqualTo(Level.DOWN);
        assertThat(DAMPING.level("u", Level.DOWN)).isEqualTo(Level.WELL);
        assertThat(DAMPING.level("h", Level.DOWN)).isEqualTo(Level.HALF);
    }
}
