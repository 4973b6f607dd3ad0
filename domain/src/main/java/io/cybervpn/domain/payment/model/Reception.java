package io.cybervpn.domain.payment.model;

import io.cybervpn.domain.payment.PaymentCaptured;
import io.cybervpn.domain.payment.PaymentFlagged;
import io.cybervpn.domain.payment.model.Receipt.Received;
import io.cybervpn.domain.shared.Money;
import java.time.Instant;

/** What a receipt means for a payment. */
public sealed interface Reception {
    /** The money is as asked for or more: all of it is the payer's. */
    record Capture(Payment.Captured payment, Money received, PaymentCaptured event)
            implements Reception {}

    /** The money is not as asked for: staff must look. */
    record Flag(Payment.Flagged payment, PaymentFlagged event) implements Reception {}

    /** Said before, in the same words. */
    record Repeated(Payment payment) implements Reception {}

    /** Another invoice of the same payment was paid too: its money is kept apart. */
    record Surplus(Payment payment, Receipt receipt, PaymentFlagged event) implements Reception {}

    /** The same invoice, but other money than it was booked with: one of the two is wrong. */
    record Contradiction(Payment payment, PaymentFlagged event) implements Reception {}

    /** Judges the first money of a payment. */
    static Reception first(PaymentRequest request, Receipt receipt, Instant now) {
        return switch (receipt.received()) {
            case Received.Unreadable(var text) ->
                    flag(request, receipt, "amount not understood: " + text, now);
            case Received.Exact(var money) -> compared(request, receipt, money, now);
        };
    }

    /** Judges money for a payment that had money before. */
    static Reception again(Payment payment, Receipt known, Receipt receipt, Instant now) {
        if (!known.reference().equals(receipt.reference())) {
            String reason =
                    "invoice %s was paid too, after %s"
                            .formatted(receipt.reference(), known.reference());
            return new Surplus(payment, receipt, flagged(payment.request(), reason, now));
        }
        if (known.received().equals(receipt.received())) {
            return new Repeated(payment);
        }
        String reason =
                "invoice %s was booked with %s, now it is said to be %s"
                        .formatted(receipt.reference(), known.received(), receipt.received());
        return new Contradiction(payment, flagged(payment.request(), reason, now));
    }

    private static Reception compared(
            PaymentRequest request, Receipt receipt, Money money, Instant now) {
        Money asked = request.amount();
        if (!money.asset().equals(asked.asset())) {
            return flag(request, receipt, "other currency: %s for %s".formatted(money, asked), now);
        }
        if (money.compareTo(asked) < 0) {
            return flag(request, receipt, "underpaid: %s for %s".formatted(money, asked), now);
        }
        if (request.payerGone()) {
            return flag(request, receipt, "the payer's account was erased before", now);
        }
        PaymentCaptured event =
                new PaymentCaptured(
                        request.id(),
                        request.subject(),
                        request.payer(),
                        request.provider(),
                        money,
                        receipt.paidAt(),
                        now);
        return new Capture(new Payment.Captured(request, receipt, now), money, event);
    }

    private static Reception flag(
            PaymentRequest request, Receipt receipt, String reason, Instant now) {
        return new Flag(
                new Payment.Flagged(request, receipt, reason, now), flagged(request, reason, now));
    }

    private static PaymentFlagged flagged(PaymentRequest request, String reason, Instant now) {
        return new PaymentFlagged(request.id(), request.subject(), reason, now);
    }
}
