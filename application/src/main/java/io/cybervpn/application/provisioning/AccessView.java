package io.cybervpn.application.provisioning;

import io.cybervpn.domain.catalogue.Entitlement;
import io.cybervpn.domain.identity.AccountId;
import io.cybervpn.domain.provisioning.AccessId;
import java.time.Instant;
import java.util.Optional;

/**
 * A record as staff read it. The link is left out: staff need it for nothing.
 *
 * @param username of the panel's user
 * @param wish what is desired
 * @param progress how far the panel follows
 */
public record AccessView(
        AccessId id, AccountId account, String username, Wish wish, Progress progress) {
    /**
     * What is desired.
     *
     * @param removeAt when it is removed from its panel with all data; empty for never
     * @param generation counts its changes, from 1
     */
    public record Wish(
            boolean enabled,
            Instant expireAt,
            Optional<Instant> removeAt,
            Entitlement entitlement,
            long generation) {}

    /**
     * How far the panel follows.
     *
     * @param appliedGeneration 0 for never
     * @param attempts that failed in a row
     * @param nextAttemptAt empty when nothing is to be done
     * @param lastError of the last failed attempt
     */
    public record Progress(
            AccessStatus status,
            long appliedGeneration,
            int attempts,
            Optional<Instant> nextAttemptAt,
            Optional<String> lastError,
            Optional<Long> usedTrafficBytes,
            Instant updatedAt) {}
}
