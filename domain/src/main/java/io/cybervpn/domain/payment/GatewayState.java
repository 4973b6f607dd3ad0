package io.cybervpn.domain.payment;

import java.time.Duration;
import java.util.Locale;
import java.util.Optional;

/** How a provider does, in one word for staff. */
public enum GatewayState {
    /** It has no credentials, or nothing was asked of it lately. */
    UNUSED,
    /** It answers. */
    GOOD,
    /** Some of its answers are missing, or a push of it waits to be applied. */
    POOR,
    /** It gives no answer. */
    DOWN;

    private static final long FEWEST_CALLS = 3;
    private static final int POOR_ONE_IN = 20;
    private static final int DOWN_ONE_IN = 2;
    private static final Duration PUSH_WAITS_MAX = Duration.ofMinutes(5);

    /** Its name for clients. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * What is known of the last hour.
     *
     * @param circuitOpen calls are not even tried
     * @param unanswered of the calls, those without a usable answer
     * @param oldestPushWaits for how long the oldest push that is not applied waits
     */
    public record Signs(
            boolean ready,
            boolean circuitOpen,
            long calls,
            long unanswered,
            Optional<Duration> oldestPushWaits) {}

    /** Judges: half without an answer is down, one in twenty is poor; one of two proves nothing. */
    public static GatewayState of(Signs signs) {
        if (!signs.ready()) {
            return UNUSED;
        }
        if (signs.circuitOpen() || isUnanswered(signs, DOWN_ONE_IN)) {
            return DOWN;
        }
        if (isLate(signs) || isUnanswered(signs, POOR_ONE_IN)) {
            return POOR;
        }
        return signs.calls() == 0 ? UNUSED : GOOD;
    }

    private static boolean isLate(Signs signs) {
        return signs.oldestPushWaits()
                .filter(waits -> waits.compareTo(PUSH_WAITS_MAX) > 0)
                .isPresent();
    }

    private static boolean isUnanswered(Signs signs, int oneIn) {
        return signs.calls() >= FEWEST_CALLS && signs.unanswered() * oneIn >= signs.calls();
    }
}
