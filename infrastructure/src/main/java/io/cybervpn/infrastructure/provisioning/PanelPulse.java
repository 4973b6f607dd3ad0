package io.cybervpn.infrastructure.provisioning;

import io.cybervpn.application.provisioning.port.PanelBusy;
import io.cybervpn.application.provisioning.port.PanelHealth;
import io.cybervpn.application.provisioning.port.PanelHealth.Circuit;
import io.cybervpn.application.provisioning.port.PanelUnavailable;
import io.smallrye.faulttolerance.api.CircuitBreakerState;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * What the calls of one panel come to; it outlives a change of its settings. The circuit is judged
 * by the machine's own clock: what is moved in tests is the shop's.
 */
public final class PanelPulse {
    private static final int SHARE_OF_LATEST = 8;

    private final Clock clock;
    private final BiConsumer<Outcome, Duration> meter;
    private CircuitBreakerState state = CircuitBreakerState.CLOSED;
    private long triedAgainAtNanos;
    private long calls;
    private long failures;
    private long latencyNanos;
    private Optional<PanelHealth.Failure> lastFailure = Optional.empty();

    /** What a call came to. */
    public enum Outcome {
        /** What was asked for. */
        OK,
        /** A "no" is an answer, too. */
        REFUSED,
        /** No answer that can be used. */
        UNAVAILABLE,
        /** Not made: the panel was down lately, or has too much to do. */
        NOT_TRIED
    }

    /**
     * One for each panel.
     *
     * @param meter is told of each call
     */
    public PanelPulse(Clock clock, BiConsumer<Outcome, Duration> meter) {
        this.clock = clock;
        this.meter = meter;
    }

    /** A call ended. */
    synchronized void ended(Duration took, @Nullable Throwable failure) {
        Outcome outcome = outcomeOf(failure);
        meter.accept(outcome, took);
        if (outcome == Outcome.NOT_TRIED) {
            return;
        }
        calls++;
        latencyNanos += (took.toNanos() - latencyNanos) / (calls == 1 ? 1 : SHARE_OF_LATEST);
        if (outcome == Outcome.UNAVAILABLE) {
            failures++;
            lastFailure = Optional.of(new PanelHealth.Failure(clock.instant(), wordOf(failure)));
        }
    }

    private static String wordOf(@Nullable Throwable failure) {
        return failure == null || failure.getMessage() == null ? "" : failure.getMessage();
    }

    private static Outcome outcomeOf(@Nullable Throwable failure) {
        return switch (failure) {
            case null -> Outcome.OK;
            case PanelBusy _ -> Outcome.OK;
            case PanelUnavailable lost when !lost.wasTried() -> Outcome.NOT_TRIED;
            case PanelReply reply when !reply.isOutage() -> Outcome.REFUSED;
            default -> Outcome.UNAVAILABLE;
        };
    }

    /** The circuit changed. */
    synchronized void circuit(CircuitBreakerState now, Duration pause) {
        state = now;
        triedAgainAtNanos = System.nanoTime() + pause.toNanos();
    }

    /** How the panel does. */
    synchronized PanelHealth health() {
        return new PanelHealth(
                circuit(), calls, failures, Duration.ofNanos(latencyNanos), lastFailure);
    }

    private Circuit circuit() {
        return switch (state) {
            case CLOSED -> Circuit.CLOSED;
            case HALF_OPEN -> Circuit.TRYING;
            case OPEN -> System.nanoTime() - triedAgainAtNanos < 0 ? Circuit.OPEN : Circuit.TRYING;
        };
    }
}
