package io.cybervpn.domain.identity.model;

import io.cybervpn.domain.identity.AccountId;
import io.cybervpn.domain.identity.RoleCode;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * A secret that makes whoever shows it a member of staff, once.
 *
 * @param hash of the secret
 * @param email empty for the first one, who names it himself
 * @param invitedBy empty: the shop itself, at its first start
 */
public record Invitation(
        TokenHash hash,
        Optional<Email> email,
        Set<RoleCode> roles,
        Optional<AccountId> invitedBy,
        Instant createdAt) {
    /** How long it is good. */
    public static final Duration LIFE = Duration.ofDays(3);

    /** Copies the set. */
    public Invitation {
        roles = Set.copyOf(roles);
    }

    /** From then on it is worth nothing. */
    public Instant expiresAt() {
        return createdAt.plus(LIFE);
    }

    /** Whether it is good now. */
    public boolean isAlive(Instant now) {
        return now.isBefore(expiresAt());
    }
}
