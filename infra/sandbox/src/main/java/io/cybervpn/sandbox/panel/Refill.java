package io.cybervpn.sandbox.panel;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.temporal.TemporalAdjusters;
import java.util.Optional;

/** When the panel next sets traffic to zero, in a server's time of UTC. */
final class Refill {

    private Refill() {}

    /** Empty for strategies that clients are not told a date for. */
    static Optional<Instant> after(Instant now, String strategy) {
        LocalDate today = now.atZone(ZoneOffset.UTC).toLocalDate();
        return switch (strategy) {
            case "DAY" -> at(today.plusDays(1), LocalTime.of(0, 5));
            case "WEEK" ->
                    at(today.with(TemporalAdjusters.next(DayOfWeek.MONDAY)), LocalTime.of(0, 15));
            case "MONTH" ->
                    at(today.with(TemporalAdjusters.firstDayOfNextMonth()), LocalTime.of(0, 10));
            default -> Optional.empty();
        };
    }

    private static Optional<Instant> at(LocalDate day, LocalTime time) {
        return Optional.of(day.atTime(time).toInstant(ZoneOffset.UTC));
    }
}
