package io.cybervpn.domain.identity;

import io.cybervpn.domain.shared.DomainEvent;
import java.time.Instant;

/**
 * An account has a passkey more, or one less.
 *
 * @param added false: it was removed
 */
public record PasskeysChanged(AccountId account, boolean added, Instant at)
        implements DomainEvent {}
