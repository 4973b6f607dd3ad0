package io.cybervpn.infrastructure.provisioning;

/**
 * So many calls in each second, by the machine's own clock. The guard's own rate limit cannot stand
 * beside its bulkhead in the metrics of Prometheus, so this is ours.
 */
final class CallRate {
    private static final long SECOND_NANOS = 1_000_000_000L;

    private final int most;
    private long second = Long.MIN_VALUE;
    private int made;

    CallRate(int most) {
        this.most = most;
    }

    /** Takes one of this second; false when all are taken. */
    synchronized boolean takes(long nowNanos) {
        long now = Math.floorDiv(nowNanos, SECOND_NANOS);
        if (now != second) {
            second = now;
            made = 0;
        }
        boolean free = made < most;
        made += free ? 1 : 0;
        return free;
    }
}
