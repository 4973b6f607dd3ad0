package io.cybervpn.domain.payment.model;

import java.net.URI;
import java.util.Optional;

/**
 * A provider's bill for a payment.
 *
 * @param reference the provider's id of it, unique within the provider
 * @param payUrl where the customer pays
 * @param miniAppUrl the same inside Telegram, if the provider has that
 */
public record Invoice(String reference, URI payUrl, Optional<URI> miniAppUrl) {
    /** Refuses a blank reference. */
    public Invoice {
        if (reference.isBlank()) {
            throw new IllegalArgumentException("an invoice has a reference");
        }
    }
}
