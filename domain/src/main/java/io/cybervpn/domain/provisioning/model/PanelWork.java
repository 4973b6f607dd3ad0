package io.cybervpn.domain.provisioning.model;

import java.time.Duration;
import java.time.Instant;

/**
 * That a panel is at work on a wish.
 *
 * @param task what it does, for staff
 * @param since when it was first found at it
 * @param askAt when it is asked again
 */
public record PanelWork(String task, Instant since, Instant askAt) {
    /** What takes longer wants a person's eyes. */
    public static final Duration LONGEST = Duration.ofDays(1);

    static PanelWork from(Instant now, String task, Duration askAfter) {
        return new PanelWork(task, now, now.plus(askAfter));
    }

    PanelWork on(String nextTask, Duration askAfter, Instant now) {
        return new PanelWork(nextTask, since, now.plus(askAfter));
    }

    boolean isTooLong(Instant now) {
        return !since.plus(LONGEST).isAfter(now);
    }
}
