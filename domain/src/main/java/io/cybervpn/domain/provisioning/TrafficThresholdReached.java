package io.cybervpn.domain.provisioning;

import io.cybervpn.domain.identity.AccountId;
import io.cybervpn.domain.shared.DomainEvent;
import java.time.Instant;

/**
 * A subscription has used so much of its traffic. Told once for each threshold of a traffic period:
 * of several that were passed at once the highest alone.
 *
 * @param percent 80, 90, 95 or 100
 * @param usedBytes in this period
 * @param limitBytes of this period, add-ons included
 */
public record TrafficThresholdReached(
        AccessId access,
        AccountId account,
        int percent,
        long usedBytes,
        long limitBytes,
        Instant at)
        implements DomainEvent {}
