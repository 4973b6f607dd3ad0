package io.cybervpn.application.provisioning.port;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * How a panel does, as this instance of the shop sees it.
 *
 * @param calls that were answered or not, since this instance knows the panel
 * @param failures those of them without a usable answer
 * @param latency of the latest calls on average; zero before the first
 */
public record PanelHealth(
        Circuit circuit,
        long calls,
        long failures,
        Duration latency,
        Optional<Failure> lastFailure) {
    /** Of a panel that nobody called yet. */
    public static final PanelHealth UNTRIED =
            new PanelHealth(Circuit.CLOSED, 0, 0, Duration.ZERO, Optional.empty());

    /** What went wrong last; holds no secret. */
    public record Failure(Instant at, String reason) {}

    /** Whether calls go out. */
    public enum Circuit {
        /** They do. */
        CLOSED,
        /** None does: too many before had no answer. */
        OPEN,
        /** The pause is over: one may try. */
        TRYING
    }
}
