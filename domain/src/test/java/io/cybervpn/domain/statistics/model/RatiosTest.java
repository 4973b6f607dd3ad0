package io.cybervpn.domain.statistics.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RatiosTest {
    @Test
    void a_share_is_in_basis_points_rounded_half_up() {
        assertThat(Ratios.shareBp(1, 3)).hasValue(3333);
        assertThat(Ratios.shareBp(2, 3)).hasValue(6667);
        assertThat(Ratios.shareBp(1, 20_000)).hasValue(1);
        assertThat(Ratios.shareBp(7, 7)).hasValue(Ratios.WHOLE_BP);
    }

    @Test
    void of_nothing_there_is_no_share_and_no_average() {
        assertThat(Ratios.shareBp(0, 0)).isEmpty();
        assertThat(Ratios.average(5, 0)).isEmpty();
    }

    @Test
    void an_average_of_a_loss_is_a_loss() {
        assertThat(Ratios.average(-2700, 2)).hasValue(-1350);
        assertThat(Ratios.average(10, 4)).hasValue(3);
    }
}
