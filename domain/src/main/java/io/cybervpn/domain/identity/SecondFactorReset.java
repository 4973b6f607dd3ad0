package io.cybervpn.domain.identity;

import io.cybervpn.domain.shared.DomainEvent;
import java.time.Instant;

/** Staff took the second factor away from somebody who had lost it. */
public record SecondFactorReset(AccountId account, Instant at) implements DomainEvent {}
