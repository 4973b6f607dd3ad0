package io.cybervpn.application.invoicing;

import io.cybervpn.domain.invoicing.PayLinkId;
import io.cybervpn.domain.invoicing.model.PayLink;
import java.time.Instant;
import java.util.Optional;

/**
 * A link to pay an invoice, without its token.
 *
 * @param expiresAt from then on it opens nothing
 * @param revokedAt since when it opens nothing, if somebody wanted so
 */
public record PayLinkView(
        PayLinkId id, Instant createdAt, Instant expiresAt, Optional<Instant> revokedAt) {
    static PayLinkView of(PayLink link) {
        return new PayLinkView(link.id(), link.createdAt(), link.expiresAt(), link.revokedAt());
    }
}
