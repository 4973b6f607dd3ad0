package io.cybervpn.domain.invoicing;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What has numbers of its own. */
public enum DocumentKind {
    /** An invoice. */
    INVOICE,
    /** A credit note. */
    CREDIT_NOTE;

    /** The lower-case name that clients and stored rows use. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Finds a kind by its exact {@link #code}; empty for anything else. */
    public static Optional<DocumentKind> find(String code) {
        return Stream.of(values()).filter(one -> one.code().equals(code)).findFirst();
    }
}
