package io.cybervpn.application.server.port;

import io.cybervpn.domain.server.ServerId;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Figures of servers over time: of five minutes, of hours, of days of UTC. Each call is a statement
 * of its own, outside any unit of work, and may be made by many instances at once.
 */
public interface ServerSamples {
    /** How long a piece is. */
    enum Step {
        /** As measured. */
        FIVE_MINUTES(300),
        /** Summed up from those. */
        HOUR(3_600),
        /** Summed up from hours. */
        DAY(86_400);

        private final long seconds;

        Step(long seconds) {
            this.seconds = seconds;
        }

        /** Its length. */
        public long seconds() {
            return seconds;
        }

        /** The start of the piece that a moment is in. */
        public Instant start(Instant moment) {
            return Instant.ofEpochSecond(Math.floorDiv(moment.getEpochSecond(), seconds) * seconds);
        }
    }

    /**
     * What was counted on a node.
     *
     * @param counterBytes since the panel began anew; less than before means that it did
     */
    record Sample(
            String panel, String node, Optional<Long> usersOnline, Optional<Long> counterBytes) {}

    /**
     * Adds samples, one for each server and five minutes: a second one is not taken, nor one that
     * is older than the newest. What moved since the sample before it is the difference of the
     * counters, or all of a counter that began anew; of the first sample of all it is nothing. A
     * node without a server has none.
     *
     * @param at the start of five minutes
     * @return how many were taken
     */
    Uni<Integer> add(Instant at, List<Sample> samples);

    /**
     * Sums up what is finer into pieces that begin within a stretch, over what was there: late ones
     * count when it is called again.
     *
     * @param step hours or days
     * @param from the start of a piece
     */
    Uni<Void> sumUp(Step step, Instant from, Instant to);

    /** The start of the oldest piece; empty without one. */
    Uni<Optional<Instant>> first(Step step);

    /** The start of the newest piece; empty without one. */
    Uni<Optional<Instant>> last(Step step);

    /**
     * Throws pieces away that begin before a moment.
     *
     * @param limit how many at most
     * @return how many
     */
    Uni<Integer> forget(Step step, Instant before, int limit);

    /**
     * A piece of time.
     *
     * @param bytes that were moved
     * @param usersMax most people at once on each server, added up
     * @param usersMean people at once, by the mean of each server, added up and rounded down
     */
    record Point(Instant at, long bytes, long usersMax, long usersMean) {}

    /**
     * Pieces in the order of time; where nothing was measured there is none.
     *
     * @param server empty: all together
     */
    Uni<List<Point>> series(Step step, Optional<ServerId> server, Instant from, Instant to);
}
