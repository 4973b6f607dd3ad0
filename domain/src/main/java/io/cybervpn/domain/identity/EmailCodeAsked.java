package io.cybervpn.domain.identity;

import io.cybervpn.domain.shared.DomainEvent;
import java.time.Instant;
import java.util.Optional;

/**
 * Somebody wants a code by mail. It says nothing of whether the address is anybody's.
 *
 * @param email canonical; where the code would go
 * @param account who asks, if he is logged in
 */
public record EmailCodeAsked(
        String email, EmailPurpose purpose, Optional<AccountId> account, Instant at)
        implements DomainEvent {}
