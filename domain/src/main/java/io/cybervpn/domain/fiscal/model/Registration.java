package io.cybervpn.domain.fiscal.model;

import java.net.URI;
import java.util.Optional;

/**
 * A receipt as the tax office has it.
 *
 * @param reference its name there; no two of ours have the same
 * @param link where the customer sees it; empty where nothing is left to be seen
 */
public record Registration(String reference, Optional<URI> link) {
    /** Refuses a blank reference. */
    public Registration {
        if (reference.isBlank()) {
            throw new IllegalArgumentException("a registered receipt has a reference");
        }
    }
}
