package io.cybervpn.application.payment.port;

/** What came of a wish to end an invoice that nobody paid. */
public enum Closing {
    /** Nobody can pay it any more. */
    CLOSED,
    /** The provider has no such call: it runs out by itself. */
    NOT_SUPPORTED
}
