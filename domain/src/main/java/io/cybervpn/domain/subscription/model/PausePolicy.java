package io.cybervpn.domain.subscription.model;

import io.cybervpn.domain.subscription.HoldRefusal;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * What a shop allows of pauses.
 *
 * @param offered whether there are any
 * @param daysMax the longest pause, in days of 24 h; then it is over by itself
 * @param daysPerYearMax all pauses of a subscription within 365 days
 * @param daysLeftMin how much time must be left to be paused
 */
public record PausePolicy(boolean offered, int daysMax, int daysPerYearMax, int daysLeftMin) {
    private static final Duration YEAR = Duration.ofDays(365);
    private static final Duration SHORTEST = Duration.ofDays(1);

    /** Refuses pauses without end. */
    public PausePolicy {
        if (daysMax < 1 || daysMax > 365 || daysPerYearMax < 1 || daysPerYearMax > 365) {
            throw new IllegalArgumentException("pauses of 1 to 365 days");
        }
        if (daysLeftMin < 0) {
            throw new IllegalArgumentException("days left below 0");
        }
    }

    /** What it says to one wish. */
    public sealed interface Answer {
        /** It may rest until then. */
        record Until(Instant resumeBy) implements Answer {}

        /** It may not. */
        record Refused(HoldRefusal reason) implements Answer {}
    }

    /** Whether a subscription may be paused now, and for how long. Pure. */
    public Answer ask(Subscription current, Past past, Instant now) {
        if (!offered) {
            return new Answer.Refused(HoldRefusal.PAUSE_NOT_OFFERED);
        }
        Duration open = Duration.ofDays(daysPerYearMax).minus(used(past, now));
        if (current instanceof Subscription.Active active && isShort(active, now)) {
            return new Answer.Refused(HoldRefusal.TOO_LITTLE_LEFT);
        }
        if (open.compareTo(SHORTEST) < 0) {
            return new Answer.Refused(HoldRefusal.PAUSES_USED_UP);
        }
        Duration longest = Duration.ofDays(daysMax);
        return new Answer.Until(now.plus(open.compareTo(longest) < 0 ? open : longest));
    }

    private boolean isShort(Subscription.Active active, Instant now) {
        return active.expireAt().isAfter(now)
                && active.expireAt().isBefore(now.plus(Duration.ofDays(daysLeftMin)));
    }

    /** How long pauses have lasted since a year ago. */
    private static Duration used(Past past, Instant now) {
        Duration sum = Duration.ZERO;
        Optional<Instant> since = Optional.empty();
        for (Deed deed : past.deeds()) {
            if (deed instanceof Halt halt) {
                sum =
                        sum.plus(
                                since.map(from -> within(from, halt.at(), now))
                                        .orElse(Duration.ZERO));
                since = Optional.of(halt).filter(PausePolicy::begins).map(Halt::at);
            }
        }
        return sum;
    }

    private static boolean begins(Halt halt) {
        return halt.turn() == Halt.Turn.STOP && halt.cause() == Halt.Cause.PAUSE;
    }

    private static Duration within(Instant from, Instant to, Instant now) {
        Instant yearAgo = now.minus(YEAR);
        Instant start = from.isBefore(yearAgo) ? yearAgo : from;
        return to.isAfter(start) ? Duration.between(start, to) : Duration.ZERO;
    }
}
