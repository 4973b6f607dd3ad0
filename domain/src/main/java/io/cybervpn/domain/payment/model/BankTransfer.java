package io.cybervpn.domain.payment.model;

import io.cybervpn.domain.payment.TransferId;
import io.cybervpn.domain.payment.TransferReference;
import io.cybervpn.domain.shared.Money;
import java.time.Instant;
import java.util.Optional;

/**
 * A transfer that staff saw on the shop's account. It never changes.
 *
 * @param reference what its money is known by in the books, unique
 * @param invoice what it was for; empty if nobody knows
 * @param amount more than zero
 * @param bankReference the bank's own id of it, unique: the same transfer is never recorded twice
 * @param arrivedAt when the bank took it
 * @param recordedAt when staff said so, not before {@code arrivedAt}
 * @param reason in the words of who recorded it; not personal
 */
public record BankTransfer(
        TransferId id,
        String reference,
        Optional<TransferReference> invoice,
        Money amount,
        String bankReference,
        Instant arrivedAt,
        Instant recordedAt,
        String reason) {
    /** Refuses a transfer of nothing, and one out of the future. */
    public BankTransfer {
        if (amount.isZero() || arrivedAt.isAfter(recordedAt)) {
            throw new IllegalArgumentException("a transfer of " + amount + " at " + arrivedAt);
        }
    }

    /**
     * What a transfer's money is known by: the first one for an invoice by that, a further one by
     * its number beside it, one for nothing by what the bank calls it. Pure.
     *
     * @param earlier how many were recorded for the invoice before
     */
    public static String referenceOf(
            Optional<TransferReference> invoice, int earlier, String bankReference) {
        return invoice.map(TransferReference::text)
                .map(text -> earlier == 0 ? text : text + "/" + (earlier + 1))
                .orElse("bank:" + bankReference);
    }

    /** The same as a provider would say it. */
    public Receipt receipt() {
        return new Receipt(reference, new Receipt.Received.Exact(amount), arrivedAt);
    }

    /** Whether it is the same transfer, said once more. */
    public boolean isSaidAgain(
            Optional<TransferReference> wanted, Money money, Instant arrivedThen) {
        return invoice.equals(wanted) && amount.equals(money) && arrivedAt.equals(arrivedThen);
    }
}
