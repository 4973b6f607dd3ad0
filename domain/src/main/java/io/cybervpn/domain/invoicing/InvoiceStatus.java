package io.cybervpn.domain.invoicing;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** How far an invoice is; whether money is on its way is the payment's own state. */
public enum InvoiceStatus {
    /** Being written; has no number. */
    DRAFT("pending"),
    /** Finalised, unpaid. */
    OPEN("pending"),
    /** Its money is ours. Final. */
    PAID("paid"),
    /** Withdrawn; nobody owes it. Final. */
    VOID("cancelled"),
    /** Given up; money that comes all the same pays it. */
    UNCOLLECTIBLE("cancelled");

    private final String simple;

    InvoiceStatus(String simple) {
        this.simple = simple;
    }

    /** The lower-case name that clients and stored rows use. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The same in the three words of R98: {@code pending, paid, cancelled}. */
    public String simple() {
        return simple;
    }

    /** Finds a status by its exact {@link #code}; empty for anything else. */
    public static Optional<InvoiceStatus> find(String code) {
        return Stream.of(values()).filter(one -> one.code().equals(code)).findFirst();
    }
}
