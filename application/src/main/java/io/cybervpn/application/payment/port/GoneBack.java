package io.cybervpn.application.payment.port;

import io.cybervpn.application.payment.port.PaymentNotices.Notice;
import io.cybervpn.application.payment.port.PaymentNotices.Which;
import io.cybervpn.domain.shared.Money;

/** What a provider says of money that went back, when it is asked by its own name of it. */
public sealed interface GoneBack {
    /** A refund or a dispute that has a name of its own. */
    record Named(Notice.Returned what) implements GoneBack {}

    /** The provider names no refunds, it only says what is left of a payment. */
    record Left(Which payment, Money left) implements GoneBack {}

    /** It is not decided yet: to be asked again. */
    record NotYet() implements GoneBack {}

    /** No money moved. */
    record Nothing(String why) implements GoneBack {}

    /** It is of no payment of ours, or cannot be read: staff must look. */
    record Strange(String why) implements GoneBack {}
}
