package io.cybervpn.domain.payment.model;

import io.cybervpn.domain.shared.Money;
import java.time.Instant;

/**
 * A provider's word that an invoice was paid.
 *
 * @param reference the provider's id of the invoice
 * @param received what the invoice was over, in the currency it was made in
 * @param paidAt when the provider took the money
 */
public record Receipt(String reference, Received received, Instant paidAt) {
    /** How much came. */
    public sealed interface Received {
        /** An amount we can count; more than zero. */
        record Exact(Money money) implements Received {
            /** Refuses nothing. */
            public Exact {
                if (money.isZero()) {
                    throw new IllegalArgumentException("a receipt of nothing");
                }
            }
        }

        /**
         * An amount we cannot count: an asset we do not know, or not a number.
         *
         * @param text as the provider wrote it, for staff
         */
        record Unreadable(String text) implements Received {}
    }

    /** Refuses a blank reference. */
    public Receipt {
        if (reference.isBlank()) {
            throw new IllegalArgumentException("a receipt has a reference");
        }
    }
}
