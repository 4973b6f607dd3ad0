package io.cybervpn.domain.payment.model;

import io.cybervpn.domain.payment.PaymentId;
import io.cybervpn.domain.payment.UnmatchedId;
import io.cybervpn.domain.payment.model.Receipt.Received;
import io.cybervpn.domain.shared.Money;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Money that came and fits no payment: it is booked apart, if it can be counted, until staff decide
 * whose it is. They decide once; what refunds gave back of it before is not there any more.
 *
 * @param reason why it fits not, for staff
 * @param payment the one that it came for, or beside; empty if it is of nobody we know
 * @param seenAt when we heard of it
 * @param resolved staff have decided
 */
public record Unmatched(
        UnmatchedId id,
        String provider,
        Receipt receipt,
        String reason,
        Optional<PaymentId> payment,
        Instant seenAt,
        boolean resolved) {
    /** Money that has just come. */
    public static Unmatched fresh(
            String provider,
            Receipt receipt,
            String reason,
            Optional<PaymentId> payment,
            Instant now) {
        return new Unmatched(
                UnmatchedId.of(provider, receipt.reference()),
                provider,
                receipt,
                reason,
                payment,
                now,
                false);
    }

    /** What is left to be decided on. */
    public sealed interface Left {
        /** So much, more than nothing. */
        record Counted(Money money) implements Left {}

        /** Nobody can say how much: it is in no books. */
        record Uncounted() implements Left {}

        /** Nothing: staff have decided, or all of it went back. */
        record Nothing() implements Left {}
    }

    /** Whether it is the money that its payment was flagged for, whose refunds take from it. */
    public boolean isOf(Payment held) {
        return held instanceof Payment.Flagged flagged
                && flagged.receipt().reference().equals(receipt.reference());
    }

    /**
     * What is left. Pure.
     *
     * @param refunds those of its payment, if it {@link #isOf} that; else none
     */
    public Left left(List<Refund> refunds) {
        if (resolved) {
            return new Left.Nothing();
        }
        return switch (receipt.received()) {
            case Received.Unreadable _ -> new Left.Uncounted();
            case Received.Exact(var money) -> counted(money.minus(gone(refunds, money)));
        };
    }

    private static Left counted(Money left) {
        return left.isZero() ? new Left.Nothing() : new Left.Counted(left);
    }

    private static Money gone(List<Refund> refunds, Money came) {
        return refunds.stream()
                .flatMap(refund -> refund.standing().stream())
                .map(Funding::unallocated)
                .filter(money -> money.asset().equals(came.asset()))
                .reduce(Money.zero(came.asset()), Money::plus);
    }
}
