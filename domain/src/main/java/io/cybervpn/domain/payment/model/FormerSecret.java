package io.cybervpn.domain.payment.model;

import java.time.Instant;
import java.util.UUID;

/**
 * A sealed secret that was replaced, by which pushes are still believed for a while: what the
 * provider signed before it learned of the new one is no forgery.
 *
 * @param sealed under {@link GatewaySecret#purposeOf} its id
 * @param until from then on it is worth nothing
 */
public record FormerSecret(UUID id, String provider, String field, String sealed, Instant until) {
    /** Whether it is still worth something. Pure. */
    public boolean isAccepted(Instant now) {
        return now.isBefore(until);
    }
}
