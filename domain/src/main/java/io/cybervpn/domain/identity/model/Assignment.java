package io.cybervpn.domain.identity.model;

import io.cybervpn.domain.identity.AccountId;
import io.cybervpn.domain.identity.RoleCode;
import java.time.Instant;
import java.util.Optional;

/**
 * A role that a member of staff has.
 *
 * @param expiresAt from then on it is worth nothing; empty: for good
 * @param assignedBy empty when the shop itself did it
 */
public record Assignment(
        AccountId account,
        RoleCode role,
        Instant assignedAt,
        Optional<Instant> expiresAt,
        Optional<AccountId> assignedBy) {
    /** Whether it still counts. */
    public boolean isAlive(Instant now) {
        return expiresAt.map(now::isBefore).orElse(true);
    }
}
