package io.cybervpn.domain.provisioning.model;

import io.cybervpn.domain.shared.Limit;
import java.util.List;

/** Of which parts of their traffic customers hear when they have used them. */
final class TrafficThresholds {
    private static final List<Long> PERCENTS = List.of(80L, 90L, 95L, 100L);

    private TrafficThresholds() {}

    /** The highest one that is reached; 0 for none, and for unlimited traffic. */
    static int reached(long usedBytes, Limit limit) {
        return switch (limit) {
            case Limit.Unlimited() -> 0;
            case Limit.Of(var bytes) ->
                    (int)
                            PERCENTS.stream()
                                    .mapToLong(percent -> percent)
                                    .filter(percent -> usedBytes >= part(bytes, percent))
                                    .max()
                                    .orElse(0);
        };
    }

    /** So many percent of an amount, rounded up, without overflow. */
    private static long part(long amount, long percent) {
        return amount / 100 * percent + Math.ceilDiv(amount % 100 * percent, 100L);
    }
}
