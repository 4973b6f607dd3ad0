package io.cybervpn.infrastructure.payment;

import static org.assertj.core.api.Assertions.assertThat;

import io.cybervpn.application.payment.port.GatewayPulses.Calls;
import io.cybervpn.application.payment.port.GatewayPulses.Failure;
import io.cybervpn.application.payment.port.GatewayRefused;
import io.cybervpn.application.payment.port.GatewayUnavailable;
import io.cybervpn.infrastructure.payment.GatewayMeter.Outcome;
import java.time.Duration;
import java.time.Instant;
import org.eclipse.microprofile.faulttolerance.exceptions.CircuitBreakerOpenException;
import org.junit.jupiter.api.Test;

/** The calls to one provider, minute by minute. */
class GatewayPulseTest {
    private static final Instant NOON = Instant.parse("2026-01-31T12:00:00Z");
    private static final Duration TOOK = Duration.ofMillis(200);

    private final GatewayPulse pulse = new GatewayPulse();

    @Test
    void of_nothing_all_is_zero() {
        assertThat(pulse.read(NOON).day()).isEqualTo(new Calls(0, 0, 0, 0));
        assertThat(pulse.read(NOON).lastAnswer()).isEmpty();
        assertThat(pulse.read(NOON).circuitOpen()).isFalse();
    }

    @Test
    void an_hour_and_a_day_are_counted_and_what_is_older_is_not() {
        pulse.answered(NOON.minus(Duration.ofHours(24)), TOOK);
        pulse.answered(NOON.minus(Duration.ofMinutes(60)), TOOK);
        pulse.answered(NOON.minus(Duration.ofMinutes(59)), Duration.ofMillis(100));
        pulse.failed(NOON, Duration.ofMillis(600), Outcome.UNAVAILABLE, "invoice: it hangs");

        assertThat(pulse.read(NOON).hour()).isEqualTo(new Calls(2, 1, 350, 600));
        assertThat(pulse.read(NOON).day()).isEqualTo(new Calls(3, 1, 300, 600));
        assertThat(pulse.read(NOON).lastFailure()).contains(new Failure(NOON, "invoice: it hangs"));
    }

    @Test
    void what_is_not_tried_takes_no_time_and_opens_the_circuit_until_there_is_an_answer() {
        pulse.failed(NOON, Duration.ZERO, Outcome.NOT_TRIED, "invoice: open");
        assertThat(pulse.read(NOON).circuitOpen()).isTrue();
        assertThat(pulse.read(NOON).hour()).isEqualTo(new Calls(1, 1, 0, 0));

        pulse.answered(NOON.plusSeconds(6), TOOK);
        assertThat(pulse.read(NOON.plusSeconds(6)).circuitOpen()).isFalse();
        assertThat(pulse.read(NOON.plusSeconds(6)).lastAnswer()).contains(NOON.plusSeconds(6));
    }

    @Test
    void a_no_is_an_answer_and_an_open_circuit_is_found_below_what_words_it() {
        assertThat(Outcome.of(null)).isEqualTo(Outcome.OK);
        assertThat(Outcome.of(new GatewayRefused("no"))).isEqualTo(Outcome.REFUSED);
        assertThat(Outcome.of(new GatewayUnavailable("late"))).isEqualTo(Outcome.UNAVAILABLE);
        assertThat(
                        Outcome.of(
                                new GatewayUnavailable(
                                        "open", new CircuitBreakerOpenException("open"))))
                .isEqualTo(Outcome.NOT_TRIED);
    }
}
