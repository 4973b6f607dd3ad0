package io.cybervpn.presentation.simulation;

import java.time.Duration;
import java.time.Instant;

/**
 * What is played. The same plot is the same play: every choice is drawn from the seed.
 *
 * @param seed of all dice
 * @param customers who come in the first half of the time
 * @param days that the shop is open
 */
record Plot(long seed, int customers, int days) {
    /** Far from the machine's own time, and the same for every run. */
    static final Instant OPENING = Instant.parse("2035-01-01T06:00:00Z");

    /** By {@code -Dsimulation.seed}, {@code .customers} and {@code .days}; else the short one. */
    static Plot chosen() {
        return new Plot(
                Long.getLong("simulation.seed", 20_26L),
                Integer.getInteger("simulation.customers", 70),
                Integer.getInteger("simulation.days", 65));
    }

    Instant closing() {
        return OPENING.plus(Duration.ofDays(days));
    }

    /** How to play it again. */
    String command() {
        return "infra/simulation/run --seed %d --customers %d --days %d"
                .formatted(seed, customers, days);
    }
}
