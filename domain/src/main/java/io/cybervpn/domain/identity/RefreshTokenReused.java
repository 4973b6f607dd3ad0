package io.cybervpn.domain.identity;

import io.cybervpn.domain.shared.DomainEvent;
import java.time.Instant;

/**
 * A refresh token came back after it had been exchanged: somebody else has a copy. The session has
 * ended; its owner ought to hear of it.
 */
public record RefreshTokenReused(AccountId account, SessionId session, Instant at)
        implements DomainEvent {}
