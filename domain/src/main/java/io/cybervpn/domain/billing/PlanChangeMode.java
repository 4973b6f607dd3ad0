package io.cybervpn.domain.billing;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** How a subscription goes to another plan. In each the value left buys time of the new plan. */
public enum PlanChangeMode {
    /** Nothing is paid: the end moves. */
    CONVERT,
    /** The difference is paid, so that the end is not earlier. */
    KEEP_END,
    /** The difference, if any, and a whole term of the new plan are paid. */
    ADD_TERM;

    /** Whether it costs money. */
    public boolean isPaid() {
        return this != CONVERT;
    }

    /** The lower-case name that clients and stored rows use. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Finds a mode by its exact {@link #code}; empty for anything else. */
    public static Optional<PlanChangeMode> find(String code) {
        return Stream.of(values()).filter(mode -> mode.code().equals(code)).findFirst();
    }
}
