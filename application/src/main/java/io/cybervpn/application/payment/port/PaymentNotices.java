package io.cybervpn.application.payment.port;

import io.cybervpn.domain.payment.PaymentId;
import io.cybervpn.domain.payment.model.Receipt;

/** Reads the pushes of one provider, which are known to be genuine. Pure. */
public interface PaymentNotices {
    /** What a push says. */
    sealed interface Notice {
        /** An invoice with our reference was paid. */
        record Paid(PaymentId payment, Receipt receipt) implements Notice {}

        /** An invoice was paid that does not carry a reference of ours. */
        record PaidForeign(String reference) implements Notice {}

        /**
         * Something happened to a payment of ours; the push is only a hint, the provider is asked
         * what it was. Needs a gateway whose {@code statuses} tell.
         */
        record Look(PaymentId payment) implements Notice {}

        /** Of no interest to us. */
        record Irrelevant(String what) implements Notice {}

        /** Not what this provider documents. */
        record NotUnderstood(String why) implements Notice {}
    }

    /** The provider's name, such as {@code cryptobot}. */
    String provider();

    /** Reads a body. Never fails. */
    Notice read(String body);
}
