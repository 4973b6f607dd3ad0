package io.cybervpn.domain.payment;

import io.cybervpn.domain.shared.DomainEvent;
import java.time.Instant;

/**
 * A provider told of money that went back, and we cannot say of which payment of ours: staff must
 * look there.
 *
 * @param about the provider's name of the refund or the dispute
 * @param reason for staff; neither secret nor personal
 */
public record ReturnUnmatched(String provider, String about, String reason, Instant at)
        implements DomainEvent {}
