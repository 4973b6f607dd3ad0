package io.cybervpn.infrastructure.provisioning;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** No panel is asked more often in a second than it bears. */
class CallRateTest {
    private static final long SECOND = 1_000_000_000L;

    @Test
    void so_many_in_a_second_and_as_many_in_the_next() {
        CallRate rate = new CallRate(2);

        assertThat(rate.takes(5 * SECOND)).isTrue();
        assertThat(rate.takes(5 * SECOND + 1)).isTrue();
        assertThat(rate.takes(6 * SECOND - 1)).isFalse();
        assertThat(rate.takes(6 * SECOND)).isTrue();
        assertThat(rate.takes(6 * SECOND)).isTrue();
        assertThat(rate.takes(6 * SECOND)).isFalse();
    }

    @Test
    void a_clock_below_zero_counts_as_well() {
        CallRate rate = new CallRate(1);

        assertThat(rate.takes(-1)).isTrue();
        assertThat(rate.takes(0)).isTrue();
        assertThat(rate.takes(1)).isFalse();
    }
}
