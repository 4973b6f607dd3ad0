package io.cybervpn.presentation.live.ws;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Signs of life of a socket, by the machine's own clock: what is moved in tests is the shop's.
 * Nanoseconds as of {@link System#nanoTime}.
 */
final class Vitals {
    private final AtomicLong heardAt;
    private final AtomicLong pingedAt;
    private final AtomicLong checkedAt;
    private final AtomicBoolean expiryTold = new AtomicBoolean();
    private final AtomicBoolean checking = new AtomicBoolean();
    private final long tokensMax;
    private final long price;
    private long tokens;
    private long refilledAt;

    /**
     * Of one that is heard now.
     *
     * @param messagesPerSecond on average; twice as many at once
     */
    Vitals(long now, int messagesPerSecond) {
        heardAt = new AtomicLong(now);
        pingedAt = new AtomicLong(now);
        checkedAt = new AtomicLong(now);
        tokensMax = Duration.ofSeconds(2).toNanos();
        price = Duration.ofSeconds(1).toNanos() / messagesPerSecond;
        tokens = tokensMax;
        refilledAt = now;
    }

    void heard(long now) {
        heardAt.set(now);
    }

    /** Takes a message in; false when there are too many. A bucket that holds its own refilling. */
    synchronized boolean mayTalk(long now) {
        tokens = Math.min(tokensMax, tokens + Math.max(0, now - refilledAt));
        refilledAt = now;
        boolean enough = tokens >= price;
        tokens -= enough ? price : 0;
        return enough;
    }

    boolean isIdle(long now, Duration max) {
        return now - heardAt.get() > max.toNanos();
    }

    /** Whether it is time; if so, it is done now. */
    boolean owesPing(long now, Duration every) {
        return due(pingedAt, now, every);
    }

    /** The same for asking whether it may stay; one question at a time. */
    boolean owesCheck(long now, Duration every) {
        return !checking.get() && due(checkedAt, now, every) && checking.compareAndSet(false, true);
    }

    void checked() {
        checking.set(false);
    }

    /** True once for each token. */
    boolean tellsExpiry() {
        return expiryTold.compareAndSet(false, true);
    }

    /** Another token was shown. */
    void renewed() {
        expiryTold.set(false);
    }

    private static boolean due(AtomicLong last, long now, Duration every) {
        long before = last.get();
        return now - before >= every.toNanos() && last.compareAndSet(before, now);
    }
}
