package io.cybervpn.domain.identity;

import io.cybervpn.domain.shared.DomainEvent;
import java.time.Instant;

/** The owner of an account is forgotten; what was served to him has ended with it. */
public record AccountErased(AccountId account, Instant at) implements DomainEvent {}
