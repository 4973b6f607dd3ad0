package io.cybervpn.application.payment.port;

import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What the shop's rows say of providers. Reads only, outside any unit of work. */
public interface GatewayFigures {
    /**
     * Payments that were begun in some time, by what became of them.
     *
     * @param open they wait
     */
    record Begun(long captured, long flagged, long expired, long failed, long open) {
        /** None. */
        public static final Begun NONE = new Begun(0, 0, 0, 0, 0);
    }

    /**
     * Pushes of a source.
     *
     * @param lastAt when the latest came
     * @param hour how many came within the hour
     * @param day within the day
     * @param flaggedDay of those, what staff must look at
     * @param waiting not applied yet, whenever they came
     * @param oldestWaiting when the first of those came
     */
    record Pushes(
            Optional<Instant> lastAt,
            long hour,
            long day,
            long flaggedDay,
            long waiting,
            Optional<Instant> oldestWaiting) {
        /** None. */
        public static final Pushes NONE =
                new Pushes(Optional.empty(), 0, 0, 0, 0, Optional.empty());
    }

    /** By provider; one without payments is left out. */
    Uni<Map<String, Begun>> begunSince(Instant since);

    /** By source, for these sources; each has a row. */
    Uni<Map<String, Pushes>> pushes(Set<String> sources, Instant now);
}
