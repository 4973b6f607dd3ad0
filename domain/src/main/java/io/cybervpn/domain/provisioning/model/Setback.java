package io.cybervpn.domain.provisioning.model;

import java.time.Duration;
import java.time.Instant;

/**
 * Why and how often bringing an access failed in a row.
 *
 * @param attempts failed ones, from 1
 * @param error for staff
 * @param retryAt when the next attempt is due
 */
public record Setback(int attempts, String error, Instant retryAt) {
    /** The longest wait between two attempts; attempts never end. */
    public static final Duration WAIT_MAX = Duration.ofMinutes(10);

    private static final int DOUBLINGS_MAX = 10;

    /** One more failure. Waits 1 s, 2 s, 4 s … up to {@link #WAIT_MAX}. */
    static Setback after(int failedBefore, String error, Instant now) {
        Duration doubled = Duration.ofSeconds(1L << Math.min(failedBefore, DOUBLINGS_MAX));
        Duration wait = doubled.compareTo(WAIT_MAX) < 0 ? doubled : WAIT_MAX;
        return new Setback(failedBefore + 1, error, now.plus(wait));
    }
}
