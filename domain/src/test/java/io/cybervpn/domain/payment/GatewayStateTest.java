package io.cybervpn.domain.payment;

import static org.assertj.core.api.Assertions.assertThat;

import io.cybervpn.domain.payment.GatewayState.Signs;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** How a provider does, in one word. */
class GatewayStateTest {
    private static GatewayState state(long calls, long unanswered) {
        return GatewayState.of(new Signs(true, false, calls, unanswered, Optional.empty()));
    }

    @Test
    void half_without_an_answer_is_down_and_one_in_twenty_is_poor() {
        assertThat(state(100, 0)).isEqualTo(GatewayState.GOOD);
        assertThat(state(100, 4)).isEqualTo(GatewayState.GOOD);
        assertThat(state(100, 5)).isEqualTo(GatewayState.POOR);
        assertThat(state(100, 49)).isEqualTo(GatewayState.POOR);
        assertThat(state(100, 50)).isEqualTo(GatewayState.DOWN);
    }

    @Test
    void too_few_calls_prove_nothing() {
        assertThat(state(2, 2)).isEqualTo(GatewayState.GOOD);
        assertThat(state(0, 0)).isEqualTo(GatewayState.UNUSED);
        assertThat(state(3, 3)).isEqualTo(GatewayState.DOWN);
    }

    @Test
    void calls_that_are_not_tried_are_none_that_are_answered() {
        assertThat(GatewayState.of(new Signs(true, true, 0, 0, Optional.empty())))
                .isEqualTo(GatewayState.DOWN);
        assertThat(GatewayState.of(new Signs(false, true, 9, 9, Optional.empty())))
                .isEqualTo(GatewayState.UNUSED);
    }

    @Test
    void a_push_that_waits_for_long_is_poor() {
        Optional<Duration> long6 = Optional.of(Duration.ofMinutes(6));
        Optional<Duration> short4 = Optional.of(Duration.ofMinutes(4));
        assertThat(GatewayState.of(new Signs(true, false, 9, 0, long6)))
                .isEqualTo(GatewayState.POOR);
        assertThat(GatewayState.of(new Signs(true, false, 9, 0, short4)))
                .isEqualTo(GatewayState.GOOD);
    }
}
