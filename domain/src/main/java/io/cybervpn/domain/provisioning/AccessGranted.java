package io.cybervpn.domain.provisioning;

import io.cybervpn.domain.identity.AccountId;
import io.cybervpn.domain.shared.DomainEvent;
import java.time.Instant;

/**
 * The panel holds what was desired: the customer can connect. Told once for each generation of the
 * desire, so a renewal tells it again.
 */
public record AccessGranted(AccessId access, AccountId account, Instant at)
        implements DomainEvent {}
