package io.cybervpn.domain.payment;

import io.cybervpn.domain.shared.DomainEvent;
import java.time.Instant;

/** A customer had us forget what he let us keep: its provider shall keep it no longer either. */
public record SavedMethodForgotten(SavedMethodId method, String provider, Instant at)
        implements DomainEvent {}
