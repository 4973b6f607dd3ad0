package io.cybervpn.application.server;

import io.cybervpn.application.server.port.ServerBoard;
import io.cybervpn.application.server.port.ServerLog;
import io.cybervpn.application.server.port.ServerLog.CountryDay;
import io.cybervpn.domain.server.ServerStatus;
import io.cybervpn.domain.server.model.Availability;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What everybody may know: by country how many servers there are and how they are, thirty finished
 * days, and work that goes on. Neither names nor addresses are in it. Anybody may ask.
 */
@Singleton
public final class ShowStatus {
    /** Finished days. */
    public static final int DAYS = 30;

    private final ServerBoard board;
    private final ServerLog log;
    private final Clock clock;

    @Inject
    ShowStatus(ServerBoard board, ServerLog log, Clock clock) {
        this.board = board;
        this.log = log;
        this.clock = clock;
    }

    /** A finished day of a country; the parts of all its servers together. */
    public record DayView(LocalDate day, Uptime uptime) {}

    /** Work on a server. */
    public record Work(Instant since, String message, Optional<Instant> expectedEnd) {}

    /**
     * A country.
     *
     * @param country ISO 3166 alpha 2; empty text: not known
     * @param serving servers that can be connected to
     * @param unknown servers of which nobody knows at the moment
     */
    public record Country(
            String country,
            int servers,
            int serving,
            int unknown,
            ServerStatus status,
            List<Work> works,
            List<DayView> days) {
        /** Copies the lists. */
        public Country {
            works = List.copyOf(works);
            days = List.copyOf(days);
        }
    }

    /** All countries, by their codes; those without a server that is shown are not in it. */
    public record Status(ServerStatus status, List<Country> countries) {
        /** Copies the list. */
        public Status {
            countries = List.copyOf(countries);
        }
    }

    /** Shows it. */
    public Uni<Status> execute() {
        LocalDate today = clock.instant().atZone(ZoneOffset.UTC).toLocalDate();
        LocalDate from = today.minusDays(DAYS);
        return Uni.combine()
                .all()
                .unis(board.shown(), log.countryDays(from))
                .with((servers, days) -> status(servers, days, from));
    }

    private static Status status(List<ServerView> servers, List<CountryDay> days, LocalDate from) {
        Map<String, List<ServerView>> byCountry =
                servers.stream()
                        .collect(
                                Collectors.groupingBy(
                                        server -> server.shown().country().orElse(""),
                                        TreeMap::new,
                                        Collectors.toList()));
        Map<String, Map<LocalDate, Availability>> history =
                days.stream()
                        .collect(
                                Collectors.groupingBy(
                                        CountryDay::country,
                                        Collectors.toMap(CountryDay::day, CountryDay::parts)));
        List<Country> countries =
                byCountry.entrySet().stream()
                        .map(
                                entry ->
                                        country(
                                                entry.getKey(),
                                                entry.getValue(),
                                                history.getOrDefault(entry.getKey(), Map.of()),
                                                from))
                        .toList();
        return new Status(statusOf(servers), countries);
    }

    private static Country country(
            String code,
            List<ServerView> servers,
            Map<LocalDate, Availability> history,
            LocalDate from) {
        List<DayView> days =
                from.datesUntil(from.plusDays(DAYS))
                        .map(day -> new DayView(day, Uptime.of(known(history, day))))
                        .toList();
        return new Country(
                code,
                servers.size(),
                (int) servers.stream().filter(one -> one.state().status().serves()).count(),
                (int)
                        servers.stream()
                                .filter(one -> one.state().unknownSince().isPresent())
                                .count(),
                statusOf(servers),
                servers.stream().map(ShowStatus::work).flatMap(Optional::stream).toList(),
                days);
    }

    private static Availability known(Map<LocalDate, Availability> history, LocalDate day) {
        return Optional.ofNullable(history.get(day)).orElse(Availability.NONE);
    }

    private static Optional<Work> work(ServerView server) {
        ServerView.State state = server.state();
        return state.message()
                .map(message -> new Work(state.since(), message, state.expectedEnd()));
    }

    /** Of several: online if all are, offline if none serves, else a warning. */
    private static ServerStatus statusOf(List<ServerView> servers) {
        Map<ServerStatus, Long> counts =
                servers.stream()
                        .collect(
                                Collectors.groupingBy(
                                        one -> one.state().status(), Collectors.counting()));
        if (counts.size() == 1) {
            return counts.keySet().iterator().next();
        }
        boolean serves = counts.keySet().stream().anyMatch(ServerStatus::serves);
        if (counts.isEmpty()) {
            return ServerStatus.ONLINE;
        }
        return serves ? ServerStatus.WARNING : ServerStatus.OFFLINE;
    }
}
