package io.cybervpn.application.server.port;

import io.cybervpn.domain.server.ServerId;
import io.cybervpn.domain.server.model.Availability;
import io.cybervpn.domain.server.model.Availability.Since;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** The log of states, and what it makes of days; outside any unit of work. */
public interface ServerLog {
    /** The log of a server, with the last line before the stretch, in the order of time. */
    record Log(ServerId server, List<Since> lines) {
        /** Copies the lines. */
        public Log {
            lines = List.copyOf(lines);
        }
    }

    /**
     * Logs of servers, in the order of their ids.
     *
     * @param after the last one of the page before
     * @param from what was earlier is of no interest, but for the state that it left
     */
    Uni<List<Log>> logs(Optional<ServerId> after, int limit, Instant from);

    /** That of one server. */
    Uni<List<Since>> log(ServerId server, Instant from);

    /** A finished day of a server. */
    record Day(ServerId server, LocalDate day, Availability parts) {}

    /** Writes days, over what was there. */
    Uni<Void> save(List<Day> days);

    /** The newest day that was written; empty without one. */
    Uni<Optional<LocalDate>> lastDay();

    /** Days of a server, in the order of time. */
    Uni<List<Day>> days(ServerId server, LocalDate from);

    /**
     * Days of all servers that customers see, added up by country.
     *
     * @param country empty text: not known
     */
    record CountryDay(String country, LocalDate day, Availability parts) {}

    /** Those days, in no order. */
    Uni<List<CountryDay>> countryDays(LocalDate from);

    /** Throws lines away that another one before the moment follows; how many. */
    Uni<Integer> forgetLines(Instant before, int limit);

    /** Throws days away; how many. */
    Uni<Integer> forgetDays(LocalDate before, int limit);
}
