package io.cybervpn.application.fiscal.port;

import io.cybervpn.domain.fiscal.model.ReceiptCause;
import io.cybervpn.domain.payment.PaymentId;
import io.cybervpn.domain.shared.Money;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** What happened to money and has no receipt yet, read from the payments themselves. */
public interface OwedReceipts {
    /**
     * A receipt that is missing.
     *
     * @param registrar who is to make it
     * @param about the payment, or the refund
     */
    record Owed(
            String registrar,
            ReceiptCause cause,
            PaymentId payment,
            UUID about,
            Money amount,
            Instant paidAt,
            Instant happenedAt) {}

    /**
     * What to look for.
     *
     * @param registrars whose receipts: others' are not looked at
     * @param covered providers whose payments get receipts now, by who covers them
     * @param paidSince payments that were taken before are not looked at
     */
    record Query(Set<String> registrars, Set<String> covered, Instant paidSince, int limit) {
        /** Copies the sets. */
        public Query {
            registrars = Set.copyOf(registrars);
            covered = Set.copyOf(covered);
        }
    }

    /**
     * Payments that were captured and are covered, or whose request carried a receipt; refunds of
     * payments with receipts that came true at the provider, and told refunds that did not; the
     * oldest first. Refunds into wallets are none: the shop keeps that money. Joins the unit of
     * work.
     */
    Uni<List<Owed>> list(Query query);
}
