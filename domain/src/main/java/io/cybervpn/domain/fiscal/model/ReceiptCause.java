package io.cybervpn.domain.fiscal.model;

/** What a receipt is for. */
public enum ReceiptCause {
    /** Money came. */
    PAYMENT,
    /** Some or all of it went back. */
    REFUND,
    /** A refund that had been told did not come true. */
    REFUND_UNDONE
}
