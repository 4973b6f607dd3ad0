package io.cybervpn.application.server;

import io.cybervpn.domain.server.model.Availability;
import io.cybervpn.domain.server.model.Availability.Since;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** Days of UTC out of a log of states. */
final class ServerDays {
    private ServerDays() {}

    /** A whole day. */
    static Availability of(List<Since> log, LocalDate day) {
        return Availability.of(log, start(day), start(day.plusDays(1)));
    }

    /** A day as far as it went, in whole seconds. */
    static Availability until(List<Since> log, LocalDate day, Instant now) {
        Instant end = start(day.plusDays(1));
        Instant second = now.truncatedTo(ChronoUnit.SECONDS);
        return Availability.of(log, start(day), second.isBefore(end) ? second : end);
    }

    static Instant start(LocalDate day) {
        return day.atStartOfDay(ZoneOffset.UTC).toInstant();
    }
}
