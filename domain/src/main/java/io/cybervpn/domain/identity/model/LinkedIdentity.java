package io.cybervpn.domain.identity.model;

import io.cybervpn.domain.identity.AccountId;
import io.cybervpn.domain.identity.IdentityId;
import java.time.Instant;
import java.util.Optional;

/**
 * A way into an account: who shows that he is this one elsewhere is its owner here.
 *
 * @param shownAs what he calls himself there; show it, never trust it
 */
public record LinkedIdentity(
        IdentityId id,
        AccountId account,
        ExternalId external,
        Optional<String> shownAs,
        Instant linkedAt) {}
