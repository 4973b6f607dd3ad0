package io.cybervpn.domain.fiscal;

import io.cybervpn.domain.payment.PaymentId;
import io.cybervpn.domain.shared.DomainEvent;
import java.time.Instant;

/**
 * A receipt will not come by itself: staff must look. Again for each time that it is given up.
 *
 * @param reason for staff; no secret, nothing personal
 */
public record FiscalReceiptGivenUp(
        FiscalReceiptId receipt, PaymentId payment, String reason, Instant at)
        implements DomainEvent {}
