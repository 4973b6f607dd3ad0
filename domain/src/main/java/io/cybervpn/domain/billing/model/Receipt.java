package io.cybervpn.domain.billing.model;

import io.cybervpn.domain.payment.PaymentId;
import io.cybervpn.domain.shared.Money;
import java.time.Instant;

/**
 * Money that came in for an order and lies in the buyer's wallet.
 *
 * @param paidAt when the provider took it
 */
public record Receipt(PaymentId payment, Money received, Instant paidAt) {}
