package io.cybervpn.application.fiscal.port;

import io.cybervpn.domain.fiscal.model.ReceiptCause;
import io.cybervpn.domain.payment.PaymentId;
import io.cybervpn.domain.shared.Money;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** What happened to money and has no receipt yet, read from the payments themselves. */
public interface OwedReceipts {
    /**
     * A receipt that is missing.
     *
     * @param about the payment, or the refund
     */
    record Owed(
            ReceiptCause cause,
            PaymentId payment,
            UUID about,
            Money amount,
            Instant paidAt,
            Instant happenedAt) {}

    /**
     * Covered payments that were captured, their refunds that came true at the provider, and told
     * refunds that did not; the oldest first. Refunds into wallets are none: the shop keeps that
     * money. Joins the unit of work.
     *
     * @param paidSince payments that were taken before are not looked at
     */
    Uni<List<Owed>> list(Instant paidSince, int limit);
}
