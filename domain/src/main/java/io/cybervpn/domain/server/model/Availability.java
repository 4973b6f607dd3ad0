package io.cybervpn.domain.server.model;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * How long a server was how, over a stretch of time. The parts add up to it, to the second.
 *
 * @param up seconds in which customers could connect, also with a warning
 * @param down seconds in which they could not
 * @param maintenance seconds in which staff worked on it
 * @param unknown seconds of which nobody knows, or in which there was no such server
 */
public record Availability(long up, long down, long maintenance, long unknown) {
    /** No time at all. */
    public static final Availability NONE = new Availability(0, 0, 0, 0);

    private static final int WHOLE = 10_000;

    /** From then on it was so; see {@link ServerState#code}. */
    public record Since(Instant at, String state) {}

    /**
     * Adds up. Pure.
     *
     * @param log in the order of time, moments in whole seconds; what was before the first line is
     *     unknown
     * @param from in whole seconds
     * @param to not before {@code from}, in whole seconds
     */
    public static Availability of(List<Since> log, Instant from, Instant to) {
        Availability sum = NONE;
        String state = "unknown";
        Instant at = from;
        for (Since line : log) {
            Instant until = clamp(line.at(), at, to);
            sum = sum.plus(stretch(state, at, until));
            state = line.state();
            at = until;
        }
        return sum.plus(stretch(state, at, to));
    }

    private static Instant clamp(Instant moment, Instant least, Instant most) {
        Instant later = moment.isBefore(least) ? least : moment;
        return later.isAfter(most) ? most : later;
    }

    private static Availability stretch(String state, Instant from, Instant to) {
        long seconds = Duration.between(from, to).toSeconds();
        return switch (state) {
            case "online", "warning" -> new Availability(seconds, 0, 0, 0);
            case "offline" -> new Availability(0, seconds, 0, 0);
            case "maintenance" -> new Availability(0, 0, seconds, 0);
            case String _ -> new Availability(0, 0, 0, seconds);
        };
    }

    /** Both stretches together. */
    public Availability plus(Availability other) {
        return new Availability(
                up + other.up,
                down + other.down,
                maintenance + other.maintenance,
                unknown + other.unknown);
    }

    /** All seconds. */
    public long whole() {
        return up + down + maintenance + unknown;
    }

    /**
     * The share of time up in time up or down, in hundredths of a percent, rounded down so that no
     * minute offline looks like none; maintenance and what nobody knows count neither way.
     *
     * @return 0 to 10000; -1 when nothing is known
     */
    public int basisPoints() {
        long known = up + down;
        return known == 0 ? -1 : (int) (up * WHOLE / known);
    }
}
