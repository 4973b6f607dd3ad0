package io.cybervpn.domain.schedule;

import java.util.Locale;
import java.util.stream.Stream;

/** How a run of a task ended. */
public enum RunOutcome {
    /** All that was due is done. */
    DONE,
    /** It broke off, and is tried again soon. */
    FAILED,
    /** Its instance died or hung; another one took over. */
    LOST;

    /** The name that clients and stored rows use. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The outcome of an exact {@link #code}; fails with {@link IllegalArgumentException}. */
    public static RunOutcome of(String code) {
        return Stream.of(values())
                .filter(outcome -> outcome.code().equals(code))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("outcome " + code));
    }
}
