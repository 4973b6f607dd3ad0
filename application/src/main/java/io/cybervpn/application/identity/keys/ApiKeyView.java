package io.cybervpn.application.identity.keys;

import io.cybervpn.application.identity.staff.RoleView;
import io.cybervpn.application.shared.Permission;
import io.cybervpn.domain.identity.AccountId;
import io.cybervpn.domain.identity.ApiKeyId;
import io.cybervpn.domain.identity.IpRange;
import io.cybervpn.domain.identity.model.ApiKey;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * An API key as staff see it: without its secret.
 *
 * @param networks in CIDR notation; none: anywhere
 * @param oldSecretUntil when the secret before a rotation ends; empty: it ended
 * @param lastUsedAt to about a minute
 */
public record ApiKeyView(
        ApiKeyId id,
        String name,
        Status status,
        Set<Permission> scopes,
        List<String> networks,
        Optional<AccountId> createdBy,
        Instant createdAt,
        Optional<Instant> expiresAt,
        Optional<Instant> oldSecretUntil,
        Optional<Instant> revokedAt,
        Optional<Instant> lastUsedAt,
        Optional<String> lastUsedAddress,
        long version) {
    /** Copies the collections. */
    public ApiKeyView {
        scopes = Set.copyOf(scopes);
        networks = List.copyOf(networks);
    }

    /** What it is worth. */
    public enum Status {
        /** It opens. */
        ACTIVE,
        /** Its time is over. */
        EXPIRED,
        /** Somebody ended it. */
        REVOKED
    }

    static ApiKeyView of(ApiKey key, Instant now) {
        ApiKey.Terms terms = key.terms();
        return new ApiKeyView(
                key.id(),
                terms.name(),
                status(key, now),
                RoleView.known(terms.scopes()),
                terms.networks().stream().map(IpRange::toString).toList(),
                key.createdBy(),
                key.createdAt(),
                terms.expiresAt(),
                key.secrets().before().map(ApiKey.Retiring::until).filter(now::isBefore),
                key.revokedAt(),
                key.lastUse().map(ApiKey.Use::at),
                key.lastUse().map(ApiKey.Use::address),
                key.version());
    }

    private static Status status(ApiKey key, Instant now) {
        if (key.revokedAt().isPresent()) {
            return Status.REVOKED;
        }
        return key.isOpen(now) ? Status.ACTIVE : Status.EXPIRED;
    }
}
