package io.cybervpn.domain.identity;

import io.cybervpn.domain.shared.DomainEvent;
import java.time.Instant;

/**
 * An account has another address.
 *
 * @param before where the owner hears of it, in case it was not he
 */
public record EmailChanged(AccountId account, String before, Instant at) implements DomainEvent {}
