package io.cybervpn.domain.payment.model;

import java.time.Duration;
import java.time.Instant;

/**
 * A provider hinted that money went back, and has to be asked what it was.
 *
 * @param about the provider's own name of what it hinted at: a refund, a dispute, a payment
 * @param told how often it was hinted at; an answer counts only if nothing was told meanwhile
 * @param openedAt when it was hinted at first
 */
public record ReturnInquiry(String provider, String about, int told, Instant openedAt) {
    /** After that long without an answer that can be used staff are called. */
    public static final Duration AGE_MAX = Duration.ofDays(3);

    /** Whether it is not worth asking any longer. */
    public boolean isStale(Instant now) {
        return now.isAfter(openedAt.plus(AGE_MAX));
    }
}
