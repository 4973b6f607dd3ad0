package io.cybervpn.application.payment.port;

import io.cybervpn.application.payment.port.ChargingGateway.Kept;
import io.cybervpn.domain.payment.PaymentId;
import io.cybervpn.domain.payment.RefundCause;
import io.cybervpn.domain.payment.model.Mandate;
import io.cybervpn.domain.payment.model.Receipt;
import io.cybervpn.domain.shared.Money;
import java.time.Instant;
import java.util.Optional;

/** Reads the pushes of one provider, which are known to be genuine. Pure. */
public interface PaymentNotices {
    /** What a push says. */
    sealed interface Notice {
        /**
         * An invoice with our reference was paid.
         *
         * @param kept what the provider kept of it, of one that tells it here and nowhere else
         */
        record Paid(PaymentId payment, Receipt receipt, Optional<Kept> kept) implements Notice {
            /** One that says nothing of what was kept. */
            public Paid(PaymentId payment, Receipt receipt) {
                this(payment, receipt, Optional.empty());
            }
        }

        /**
         * The provider charged once more by itself.
         *
         * @param first the payment that was agreed to be made again and again
         * @param paidUntil the end of what was charged for
         */
        record Recurring(PaymentId first, Receipt receipt, Instant paidUntil) implements Notice {}

        /**
         * How it stands with what a provider charges by itself.
         *
         * @param number words are numbered in their order
         */
        record Standing(PaymentId first, Mandate.Word word, long number) implements Notice {}

        /** An invoice was paid that does not carry a reference of ours. */
        record PaidForeign(Receipt receipt) implements Notice {}

        /**
         * The same, and the push does not prove it: the provider is asked by {@code statuses}.
         *
         * @param reference its invoice
         */
        record AskForeign(String reference) implements Notice {}

        /**
         * Something happened to a payment of ours; the push is only a hint, the provider is asked
         * what it was. Needs a gateway whose {@code statuses} tell.
         *
         * @param paid the invoice that is said to be paid: if there is no such payment of ours it
         *     is asked about all the same; empty where there is nothing to ask
         */
        record Look(PaymentId payment, Optional<String> paid) implements Notice {
            /** One that says nothing of money. */
            public Look(PaymentId payment) {
                this(payment, Optional.empty());
            }
        }

        /**
         * Money of a payment went back past us, or by our own wish, or what was said to have gone
         * back did not: a refund failed, a dispute was won.
         *
         * @param reference the provider's id of the refund or the dispute, not of the payment
         * @param cause {@code PROVIDER} for a refund, {@code DISPUTE} for a chargeback
         * @param undone it did not come true after all
         */
        record Returned(
                Which payment, String reference, Money amount, RefundCause cause, boolean undone)
                implements Notice {}

        /**
         * Money may have gone back, and the push does not say it so that it could be believed: the
         * provider is asked, by {@link RefundingGateway#goneBack}.
         *
         * @param about its own name of what the push is about, 1 to 255 characters
         */
        record Ask(String about) implements Notice {}

        /** Of no interest to us. */
        record Irrelevant(String what) implements Notice {}

        /** Not what this provider documents. */
        record NotUnderstood(String why) implements Notice {}
    }

    /** How a push names a payment. */
    sealed interface Which {
        /** By our own id of it. */
        record Ours(PaymentId payment) implements Which {}

        /** By the provider's reference of its invoice. */
        record Theirs(String reference) implements Which {}

        /**
         * By the provider's reference of a charge or an invoice, which may be a further one of this
         * payment of ours: of a subscription, or of a link that was paid twice.
         */
        record Charge(String reference, PaymentId payment) implements Which {}
    }

    /** The provider's name, such as {@code cryptobot}. */
    String provider();

    /** Who sends the pushes, as in the path of the webhook; most providers do it themselves. */
    default String source() {
        return provider();
    }

    /** Reads a body. Never fails. */
    Notice read(String body);
}
