package io.cybervpn.domain.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class StepTest {
    private static Instant at(String time) {
        return Instant.parse(time);
    }

    @Test
    void a_stretch_is_cut_at_the_borders_inside_it() {
        assertThat(Step.DAY.edges(at("2026-01-31T12:00:00Z"), at("2026-02-02T00:00:00Z")))
                .isEqualTo(
                        List.of(
                                at("2026-01-31T12:00:00Z"),
                                at("2026-02-01T00:00:00Z"),
                                at("2026-02-02T00:00:00Z")));
    }

    @Test
    void weeks_begin_on_monday() {
        assertThat(Step.WEEK.edges(at("2026-11-30T00:00:00Z"), at("2026-12-08T00:00:00Z")))
                .isEqualTo(
                        List.of(
                                at("2026-11-30T00:00:00Z"),
                                at("2026-12-07T00:00:00Z"),
                                at("2026-12-08T00:00:00Z")));
    }

    @Test
    void months_have_their_own_lengths() {
        assertThat(Step.MONTH.edges(at("2028-01-31T00:00:00Z"), at("2028-03-02T00:00:00Z")))
                .isEqualTo(
                        List.of(
                                at("2028-01-31T00:00:00Z"),
                                at("2028-02-01T00:00:00Z"),
                                at("2028-03-01T00:00:00Z"),
                                at("2028-03-02T00:00:00Z")));
    }

    @Test
    void too_long_a_stretch_is_not_cut_to_its_end() {
        assertThat(Step.DAY.edges(at("2020-01-01T00:00:00Z"), at("2026-01-01T00:00:00Z")))
                .hasSize(Step.PIECES_MAX + 2);
    }
}
