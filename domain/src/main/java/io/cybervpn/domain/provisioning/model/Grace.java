package io.cybervpn.domain.provisioning.model;

import io.cybervpn.domain.catalogue.Entitlement;
import io.cybervpn.domain.provisioning.GraceReason;
import io.cybervpn.domain.shared.Limit;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A small service that is given for a while: after an end, at most one for each; or after the
 * traffic of a period was used up, at most one for each period. One that was closed is never opened
 * again.
 *
 * @param end of what was paid for, as it was when this began
 * @param period of traffic that it is reckoned by
 * @param until when it is over, unless it is closed before
 * @param trafficBytes that are given
 * @param serverGroups where; none: those of the plan
 * @param baseBytes what was used in all when it began, by our count, which outlives resets
 * @param owed the traffic that was owed in a period when it began
 * @param closedAt empty while it goes on
 */
public record Grace(
        GraceReason reason,
        Instant end,
        int period,
        Instant begunAt,
        Instant until,
        long trafficBytes,
        List<String> serverGroups,
        long baseBytes,
        Limit owed,
        Optional<Instant> closedAt) {
    /** Copies the groups. */
    public Grace {
        serverGroups = List.copyOf(serverGroups);
    }

    /**
     * What an access has used.
     *
     * @param period of traffic, from 1
     * @param usedBytes in it, as the panel counts
     * @param totalBytes in all, by our count
     */
    public record Usage(int period, long usedBytes, long totalBytes) {
        /** Nothing that we know of. */
        public static final Usage NONE = new Usage(1, 0, 0);

        /** What a reading of the panel says beside what was counted before. */
        public static Usage of(
                Optional<TrafficMeter> counted, TrafficReading reading, Limit limit, Instant now) {
            TrafficMeter meter =
                    counted.map(known -> known.read(reading, limit, now).meter())
                            .orElseGet(() -> TrafficMeter.first(reading, limit, now).meter());
            return new Usage(meter.period(), reading.usedBytes(), meter.totalBytes());
        }

        /** What was used before the period; the same as long as nothing is reset. */
        private long before() {
            return totalBytes - usedBytes;
        }
    }

    /** Whether it goes on. */
    public boolean isOpen() {
        return closedAt.isEmpty();
    }

    /** Whether it lasted as long as it might. */
    public boolean isUsedUpToItsEnd() {
        return closedAt.filter(at -> at.isBefore(until)).isEmpty();
    }

    /** The same, over. */
    public Grace closed(Instant now) {
        return new Grace(
                reason,
                end,
                period,
                begunAt,
                until,
                trafficBytes,
                serverGroups,
                baseBytes,
                owed,
                Optional.of(now));
    }

    /** The same, reckoned by the period that runs. */
    public Grace in(int current) {
        return new Grace(
                reason,
                end,
                current,
                begunAt,
                until,
                trafficBytes,
                serverGroups,
                baseBytes,
                owed,
                closedAt);
    }

    /**
     * What may be used in it, as absolute values. After an end the traffic is what it was used in
     * this period when it began and the gift on top; a reset meanwhile gives nothing more. After a
     * limit it is that limit and the gift on top. Devices and the reset are as they were.
     *
     * @param of what is owed when nothing is wrong
     */
    public Entitlement entitlement(Entitlement of, Usage usage) {
        return of.within(
                traffic(of.trafficBytes(), usage),
                serverGroups.isEmpty() ? of.serverGroups() : serverGroups);
    }

    private Limit traffic(Limit limit, Usage usage) {
        return switch (reason) {
            case END ->
                    Limit.of(Math.max(1, Math.addExact(baseBytes, trafficBytes) - usage.before()));
            case LIMIT ->
                    switch (limit) {
                        case Limit.Unlimited() -> limit;
                        case Limit.Of(var amount) -> Limit.of(Math.addExact(amount, trafficBytes));
                    };
        };
    }
}
