package io.cybervpn.domain.renewal.model;

import java.time.Instant;
import java.util.Comparator;
import java.util.Locale;

/**
 * Something that a policy wants done around the end of a period.
 *
 * @param day whole days of 24 h from the end, negative before it
 */
public record Step(Kind kind, int day, Instant at) implements Comparable<Step> {
    /** In the order in which they come at one moment. */
    public enum Kind {
        /** Take the money, where the customer wants it so. */
        CHARGE,
        /** Tell that the end is near. */
        REMIND,
        /** Give a smaller service from now on. */
        GRACE,
        /** Tell that it has come. */
        SUSPEND,
        /** Take the subscription away. */
        TERMINATE
    }

    private static final Comparator<Step> ORDER =
            Comparator.comparing(Step::at).thenComparing(Step::kind).thenComparing(Step::day);

    /** The name under which it is done once, such as {@code remind:-7}. */
    public String code() {
        return kind.name().toLowerCase(Locale.ROOT) + ":" + day;
    }

    @Override
    public int compareTo(Step other) {
        return ORDER.compare(this, other);
    }
}
