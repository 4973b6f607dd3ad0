package io.cybervpn.domain.payment;

/** What a provider that charges by itself is told. */
public enum Steering {
    /** Charge no more. */
    CANCEL,
    /** What we cancelled the payer may have go on. */
    ALLOW
}
