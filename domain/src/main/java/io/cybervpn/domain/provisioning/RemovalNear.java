package io.cybervpn.domain.provisioning;

import io.cybervpn.domain.identity.AccountId;
import io.cybervpn.domain.shared.DomainEvent;
import java.time.Instant;

/**
 * What a customer has on a machine of a subscription that was taken away is removed soon, unless he
 * pays for it again.
 *
 * @param removeAt when
 */
public record RemovalNear(AccessId access, AccountId account, Instant removeAt, Instant at)
        implements DomainEvent {}
