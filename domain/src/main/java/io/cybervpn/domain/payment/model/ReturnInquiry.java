package io.cybervpn.domain.payment.model;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * A provider hinted that money went back, or that it came for nobody we know, and has to be asked
 * what it was.
 *
 * @param about the provider's own name of what it hinted at: a refund, a dispute, a payment; or
 *     {@link #ofInvoice} of what is said to be paid
 * @param told how often it was hinted at; an answer counts only if nothing was told meanwhile
 * @param openedAt when it was hinted at first
 */
public record ReturnInquiry(String provider, String about, int told, Instant openedAt) {
    /** After that long without an answer that can be used staff are called. */
    public static final Duration AGE_MAX = Duration.ofDays(3);

    private static final String INVOICE = "paid ";

    /** How an invoice is named that is said to be paid and is of no payment of ours. */
    public static String ofInvoice(String invoice) {
        return INVOICE + invoice;
    }

    /** The invoice, if it is about one. */
    public Optional<String> invoice() {
        return about.startsWith(INVOICE)
                ? Optional.of(about.substring(INVOICE.length()))
                : Optional.empty();
    }

    /** Whether it is not worth asking any longer. */
    public boolean isStale(Instant now) {
        return now.isAfter(openedAt.plus(AGE_MAX));
    }
}
