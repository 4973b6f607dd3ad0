package io.cybervpn.application.identity;

import io.cybervpn.domain.identity.IdentityId;
import io.cybervpn.domain.identity.model.LinkedIdentity;
import java.time.Instant;
import java.util.Optional;

/**
 * A linked identity as the account's owner sees it.
 *
 * @param provider such as {@code telegram}
 * @param subject his id there
 * @param shownAs what he calls himself there
 */
public record IdentityView(
        IdentityId id,
        String provider,
        String subject,
        Optional<String> shownAs,
        Instant linkedAt) {
    static IdentityView of(LinkedIdentity identity) {
        return new IdentityView(
                identity.id(),
                identity.external().provider(),
                identity.external().subject(),
                identity.shownAs(),
                identity.linkedAt());
    }
}
