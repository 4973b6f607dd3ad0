package io.cybervpn.application.server;

import io.cybervpn.domain.server.model.Availability;
import java.util.Optional;

/**
 * How long customers could connect.
 *
 * @param basisPoints hundredths of a percent of the time of which it is known and in which nobody
 *     worked on it, rounded down; empty when there is no such time
 * @param up seconds in which they could
 * @param down seconds in which they could not
 * @param maintenance seconds in which staff worked on it
 * @param unknown seconds of which nobody knows
 */
public record Uptime(
        Optional<Integer> basisPoints, long up, long down, long maintenance, long unknown) {
    static Uptime of(Availability parts) {
        return new Uptime(
                Optional.of(parts.basisPoints()).filter(points -> points >= 0),
                parts.up(),
                parts.down(),
                parts.maintenance(),
                parts.unknown());
    }
}
