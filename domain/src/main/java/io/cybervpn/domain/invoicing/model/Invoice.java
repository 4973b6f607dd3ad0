package io.cybervpn.domain.invoicing.model;

import io.cybervpn.domain.invoicing.InvoiceId;
import io.cybervpn.domain.invoicing.InvoiceLine;
import io.cybervpn.domain.invoicing.InvoiceStatus;
import io.cybervpn.domain.invoicing.Party;
import io.cybervpn.domain.payment.PaymentId;
import io.cybervpn.domain.shared.Money;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** An invoice: what a customer owes or owed, and for what. */
public sealed interface Invoice {
    /** What is on it. */
    InvoiceDetails details();

    /** Being written. */
    record Draft(InvoiceDetails details) implements Invoice {
        /** Rewrites it. Pure. */
        public Draft rewrite(Writing writing) {
            return new Draft(details.rewritten(writing));
        }

        /** Says who buys, as he is now. Pure. */
        public Draft soldTo(Party buyer) {
            return new Draft(details.printed(buyer, details.lines()));
        }

        /** Gives it its number; from now on it is owed. Pure. */
        public Open finalise(List<InvoiceLine> taxed, Issue issue) {
            return new Open(details.printed(details.buyer(), taxed), issue);
        }
    }

    /** Finalised: it has a number and never changes, whatever becomes of it. */
    sealed interface Finalised extends Invoice {
        /** Number, seller, dates. */
        Issue issue();
    }

    /** Finalised and open for its money. */
    sealed interface Payable extends Finalised {
        /** Its money came. Pure. */
        default Paid pay(Optional<PaymentId> payment, Instant paidAt) {
            return new Paid(details().next(), issue(), payment, paidAt);
        }

        /** Withdraws it. Pure. */
        default Voided withdraw(Closing why) {
            return new Voided(details().next(), issue(), why);
        }
    }

    /** To be paid. */
    record Open(InvoiceDetails details, Issue issue) implements Payable {
        /** Gives it up. Pure. */
        public Uncollectible giveUp(Closing why) {
            return new Uncollectible(details.next(), issue, why);
        }
    }

    /**
     * Its money is ours.
     *
     * @param payment the one that did it; empty when an order was paid, which knows its own
     * @param paidAt when the provider took the money
     */
    record Paid(InvoiceDetails details, Issue issue, Optional<PaymentId> payment, Instant paidAt)
            implements Finalised {}

    /** Withdrawn. Money that comes for it stays in the customer's wallet. */
    record Voided(InvoiceDetails details, Issue issue, Closing closing) implements Finalised {}

    /** Given up by us, not by the debtor: money that comes pays it. */
    record Uncollectible(InvoiceDetails details, Issue issue, Closing closing) implements Payable {}

    /**
     * Why and when it was closed unpaid.
     *
     * @param reason of staff, up to 500 characters
     */
    record Closing(String reason, Instant at) {}

    /** Its identity. */
    default InvoiceId id() {
        return details().id();
    }

    /** What is to be paid. */
    default Money total() {
        return details().totals().total();
    }

    /** Its state by name. */
    default InvoiceStatus status() {
        return switch (this) {
            case Draft _ -> InvoiceStatus.DRAFT;
            case Open _ -> InvoiceStatus.OPEN;
            case Paid _ -> InvoiceStatus.PAID;
            case Voided _ -> InvoiceStatus.VOID;
            case Uncollectible _ -> InvoiceStatus.UNCOLLECTIBLE;
        };
    }
}
