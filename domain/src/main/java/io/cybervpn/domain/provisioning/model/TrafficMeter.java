package io.cybervpn.domain.provisioning.model;

import io.cybervpn.domain.shared.Limit;
import java.time.Instant;
import java.util.Optional;

/**
 * What one access has used, by our own count. It outlives resets, panels and their statistics.
 *
 * @param last the reading that was counted last
 * @param totalBytes of all that was counted
 * @param period counts the panel's resets that we saw, from 1
 * @param periodSince when we saw the last of them; of the first period, when we began to count
 */
public record TrafficMeter(
        TrafficReading last, long totalBytes, int period, Instant periodSince, Told told) {
    /**
     * What the customer was told in this period, or need not be told any more.
     *
     * @param limit the one that it was a part of
     * @param percent 0 for nothing
     */
    public record Told(Limit limit, int percent) {}

    /**
     * A reading, counted.
     *
     * @param deltaBytes what came on top; zero or more
     * @param tell the threshold that the customer is to hear of
     */
    public record Counted(TrafficMeter meter, long deltaBytes, Optional<Integer> tell) {}

    /**
     * Counts the first reading. All of it counts: the panel's user was made by us, so what he used
     * is the customer's. Pure.
     */
    public static Counted first(TrafficReading reading, Limit limit, Instant now) {
        long all = Math.max(reading.usedBytes(), reading.lifetimeBytes().orElse(0L));
        int reached = TrafficThresholds.reached(reading.usedBytes(), limit);
        TrafficMeter meter = new TrafficMeter(reading, all, 1, now, new Told(limit, reached));
        return new Counted(meter, all, Optional.of(reached).filter(percent -> percent > 0));
    }

    /**
     * Counts another reading. The same reading again counts nothing. Pure.
     *
     * @param limit of this period's traffic; one that was raised since the last reading makes what
     *     it leaves reached silent, so that a top-up is not answered by a warning
     */
    public Counted read(TrafficReading reading, Limit limit, Instant now) {
        long delta = reading.since(last);
        boolean fresh = reading.isOfAnotherPeriodThan(last);
        int reached = TrafficThresholds.reached(reading.usedBytes(), limit);
        boolean silent = !fresh && isRaised(limit);
        int before = fresh ? 0 : told.percent();
        TrafficMeter next =
                new TrafficMeter(
                        reading,
                        Math.addExact(totalBytes, delta),
                        fresh ? period + 1 : period,
                        fresh ? now : periodSince,
                        new Told(limit, silent ? reached : Math.max(before, reached)));
        return new Counted(
                next, delta, Optional.of(reached).filter(percent -> !silent && percent > before));
    }

    private boolean isRaised(Limit limit) {
        return switch (told.limit()) {
            case Limit.Unlimited() -> false;
            case Limit.Of(var before) ->
                    switch (limit) {
                        case Limit.Unlimited() -> true;
                        case Limit.Of(var now) -> now > before;
                    };
        };
    }
}
