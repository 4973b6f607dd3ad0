package io.cybervpn.domain.ledger;

import io.cybervpn.domain.identity.AccountId;
import io.cybervpn.domain.shared.DomainEvent;
import io.cybervpn.domain.shared.Money;
import java.time.Instant;
import java.util.UUID;

/**
 * What a customer has in his wallet changed by none of his own deeds: staff did it, or what he was
 * given lapsed. Of payments and orders others tell.
 *
 * @param cause the adjustment or the grant
 * @param amount that came or went
 */
public record WalletChanged(AccountId owner, UUID cause, Money amount, Instant at)
        implements DomainEvent {}
