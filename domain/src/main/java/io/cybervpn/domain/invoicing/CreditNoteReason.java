package io.cybervpn.domain.invoicing;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Why money of an invoice was given back. */
public enum CreditNoteReason {
    /** The customer was charged twice. */
    DUPLICATED_CHARGE,
    /** He did not like it. */
    PRODUCT_UNSATISFACTORY,
    /** He took something else instead. */
    ORDER_CHANGE,
    /** He took it back. */
    ORDER_CANCELLATION,
    /** Somebody else paid with his means. */
    FRAUDULENT_CHARGE,
    /** Anything else, or not told. */
    OTHER;

    /** The lower-case name that clients and stored rows use. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Finds a reason by its exact {@link #code}; empty for anything else. */
    public static Optional<CreditNoteReason> find(String code) {
        return Stream.of(values()).filter(one -> one.code().equals(code)).findFirst();
    }
}
