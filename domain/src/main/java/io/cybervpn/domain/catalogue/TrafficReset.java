package io.cybervpn.domain.catalogue;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** When the panel sets the used traffic of a subscription back to nothing. The panel does it. */
public enum TrafficReset {
    /** Never: the limit is for the whole term. */
    NO_RESET,
    /** Each day at midnight of the panel. */
    DAY,
    /** Each Monday. */
    WEEK,
    /** On the first of each calendar month. */
    MONTH,
    /** Each month on the day on which the panel's user was made. */
    MONTH_ROLLING;

    /** The lower-case name that clients and stored rows use. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Finds a value by its exact {@link #code}; empty for anything else. */
    public static Optional<TrafficReset> find(String code) {
        return Stream.of(values()).filter(reset -> reset.code().equals(code)).findFirst();
    }
}
