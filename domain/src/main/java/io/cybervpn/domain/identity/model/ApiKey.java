package io.cybervpn.domain.identity.model;

import io.cybervpn.domain.identity.AccountId;
import io.cybervpn.domain.identity.ApiKeyId;
import io.cybervpn.domain.identity.IpRange;
import java.net.InetAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What a program shows to be let in. Of its secret the hash alone is here.
 *
 * @param createdBy empty when he is gone
 * @param lastUse as far as it was written; nothing that is decided here depends on it
 * @param version 1 and up; each change adds one
 */
public record ApiKey(
        ApiKeyId id,
        Terms terms,
        Secrets secrets,
        Optional<AccountId> createdBy,
        Instant createdAt,
        Optional<Instant> revokedAt,
        Optional<Use> lastUse,
        long version) {
    /** How long an old secret may be good beside the new one. */
    public static final Duration OVERLAP_MAX = Duration.ofHours(24);

    /**
     * What it is for.
     *
     * @param name for those who look at the list; 1 to 100 characters
     * @param scopes codes of permissions; one that the shop does not know any more allows nothing
     * @param networks where it may come from; none: anywhere
     * @param expiresAt from then on it opens nothing; empty: never
     */
    public record Terms(
            String name, Set<String> scopes, List<IpRange> networks, Optional<Instant> expiresAt) {
        /** Copies the collections. */
        public Terms {
            scopes = Set.copyOf(scopes);
            networks = List.copyOf(networks);
        }
    }

    /** The secret that counts, and the one before it while it is good too. */
    public record Secrets(TokenHash current, Optional<Retiring> before) {
        boolean match(TokenHash shown, Instant now) {
            boolean isCurrent = current.matches(shown);
            boolean wasBefore =
                    before.filter(old -> now.isBefore(old.until()))
                            .filter(old -> old.hash().matches(shown))
                            .isPresent();
            return isCurrent || wasBefore;
        }
    }

    /** A secret that is good until some time. */
    public record Retiring(TokenHash hash, Instant until) {}

    /** When it was used and from where. */
    public record Use(Instant at, String address) {}

    /** A new key. */
    public static ApiKey make(
            ApiKeyId id, Terms terms, TokenHash secret, Optional<AccountId> by, Instant now) {
        return new ApiKey(
                id,
                terms,
                new Secrets(secret, Optional.empty()),
                by,
                now,
                Optional.empty(),
                Optional.empty(),
                1);
    }

    /** Whether it was neither revoked nor came to its end. */
    public boolean isOpen(Instant now) {
        return revokedAt.isEmpty() && terms.expiresAt().filter(end -> !now.isBefore(end)).isEmpty();
    }

    /** Whether it opens for who shows this secret, from there. */
    public boolean admits(TokenHash shown, Optional<InetAddress> from, Instant now) {
        boolean known = secrets.match(shown, now);
        boolean near =
                terms.networks().isEmpty()
                        || from.filter(
                                        address ->
                                                terms.networks().stream()
                                                        .anyMatch(range -> range.holds(address)))
                                .isPresent();
        return known && near && isOpen(now);
    }

    /** For something else. */
    public ApiKey edit(Terms next) {
        return new ApiKey(id, next, secrets, createdBy, createdAt, revokedAt, lastUse, version + 1);
    }

    /** With a new secret; the one that counted is good for a while yet, the one before no more. */
    public ApiKey rotate(TokenHash next, Duration overlap, Instant now) {
        if (overlap.isNegative() || overlap.compareTo(OVERLAP_MAX) > 0) {
            throw new IllegalArgumentException("overlap of " + overlap);
        }
        Optional<Retiring> old =
                overlap.isZero()
                        ? Optional.empty()
                        : Optional.of(new Retiring(secrets.current(), now.plus(overlap)));
        return new ApiKey(
                id,
                terms,
                new Secrets(next, old),
                createdBy,
                createdAt,
                revokedAt,
                lastUse,
                version + 1);
    }

    /** Good for nothing from now on. */
    public ApiKey revoke(Instant now) {
        return new ApiKey(
                id, terms, secrets, createdBy, createdAt, Optional.of(now), lastUse, version + 1);
    }
}
