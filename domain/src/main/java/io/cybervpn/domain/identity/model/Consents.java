package io.cybervpn.domain.identity.model;

import java.time.Instant;
import java.util.Optional;

/**
 * What somebody agreed to, since when and through what (R56).
 *
 * @param marketing empty: never asked, so offers do not go to him
 * @param terms empty: accepted none yet
 */
public record Consents(Optional<Marketing> marketing, Optional<Terms> terms) {
    /** Nothing was said yet. */
    public static final Consents NONE = new Consents(Optional.empty(), Optional.empty());

    /**
     * His latest word about offers.
     *
     * @param source through what he said it, such as {@code web}, {@code mobile}, {@code staff}
     */
    public record Marketing(boolean optIn, Instant at, String source) {}

    /** The newest version of the terms that he accepted. */
    public record Terms(String version, Instant at) {}
}
