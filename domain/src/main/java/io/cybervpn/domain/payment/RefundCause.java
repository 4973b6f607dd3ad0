package io.cybervpn.domain.payment;

import java.util.Locale;

/** Who sent money back. */
public enum RefundCause {
    /** A member of staff, through us. */
    STAFF,
    /** Somebody at the provider, past us. */
    PROVIDER,
    /** The payer's bank: a chargeback or a dispute. */
    DISPUTE;

    /** The lower-case name that clients and stored rows use. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
