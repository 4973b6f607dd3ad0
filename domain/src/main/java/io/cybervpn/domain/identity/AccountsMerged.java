package io.cybervpn.domain.identity;

import io.cybervpn.domain.shared.DomainEvent;
import java.time.Instant;

/**
 * Two accounts of one person became one.
 *
 * @param from the one that is no more
 * @param into the one that has everything now
 */
public record AccountsMerged(AccountId from, AccountId into, Instant at) implements DomainEvent {}
