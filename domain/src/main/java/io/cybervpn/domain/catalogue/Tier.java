package io.cybervpn.domain.catalogue;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** The class of a plan, from the least to the most. What it gives is the plan's, not the tier's. */
public enum Tier {
    /** Base access. */
    BASIC,
    /** Wider access, more traffic. */
    PRO,
    /** The most traffic, priority servers. */
    ULTRA,
    /** Exclusive features. */
    CYBER;

    /** The lower-case name that clients and stored rows use. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Finds a tier by its exact {@link #code}; empty for anything else. */
    public static Optional<Tier> find(String code) {
        return Stream.of(values()).filter(tier -> tier.code().equals(code)).findFirst();
    }
}
