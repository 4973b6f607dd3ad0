package io.cybervpn.domain.provisioning;

import io.cybervpn.domain.identity.AccountId;
import io.cybervpn.domain.shared.DomainEvent;
import java.time.Instant;

/**
 * A small service is given instead of what was paid for. Told once for each end, and once for each
 * period of traffic that was used up.
 *
 * @param until when it ends, unless something is paid before
 * @param trafficBytes that it has, on top of what was used
 */
public record GraceBegan(
        AccessId access,
        AccountId account,
        GraceReason reason,
        Instant until,
        long trafficBytes,
        Instant at)
        implements DomainEvent {}
