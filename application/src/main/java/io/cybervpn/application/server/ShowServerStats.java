package io.cybervpn.application.server;

import io.cybervpn.application.server.port.ServerBoard;
import io.cybervpn.application.server.port.ServerLog;
import io.cybervpn.application.server.port.ServerLog.Day;
import io.cybervpn.application.shared.Actor;
import io.cybervpn.application.shared.Permission;
import io.cybervpn.domain.server.ServerId;
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
import java.util.stream.Collectors;

/**
 * How a server was in the last thirty days of UTC, today up to now (R150). Customers see it of
 * servers that are shown to them, staff with {@link Permission#SERVERS_READ} of all.
 */
@Singleton
public final class ShowServerStats {
    /** Days, today is one of them. */
    public static final int DAYS = 30;

    private final ServerBoard board;
    private final ServerLog log;
    private final Clock clock;

    @Inject
    ShowServerStats(ServerBoard board, ServerLog log, Clock clock) {
        this.board = board;
        this.log = log;
        this.clock = clock;
    }

    /** Of which. */
    public record Query(Actor actor, ServerId server) {}

    /** A day; of today what is over. */
    public record DayView(LocalDate day, Uptime uptime) {}

    /** The answer. */
    public sealed interface Result {
        /** In the order of time. */
        record Shown(ServerView server, Uptime whole, List<DayView> days) implements Result {
            /** Copies the days. */
            public Shown {
                days = List.copyOf(days);
            }
        }

        /** There is no such server, or it is not shown to customers. */
        record NoSuchServer() implements Result {}
    }

    /** Shows it. */
    public Uni<Result> execute(Query query) {
        return board.find(query.server())
                .map(found -> found.filter(server -> maySee(query.actor(), server)))
                .chain(
                        found ->
                                found.map(this::show)
                                        .orElseGet(
                                                () ->
                                                        Uni.createFrom()
                                                                .item(new Result.NoSuchServer())));
    }

    private static boolean maySee(Actor actor, ServerView server) {
        boolean shown = !server.shown().hidden() && server.state().goneSince().isEmpty();
        return shown || actor.may(Permission.SERVERS_READ);
    }

    /** The last two days from the log: yesterday may not be written yet. */
    private Uni<Result> show(ServerView server) {
        Instant now = clock.instant();
        LocalDate today = now.atZone(ZoneOffset.UTC).toLocalDate();
        LocalDate from = today.minusDays(DAYS - 1L);
        return log.days(server.id(), from)
                .chain(
                        days ->
                                log.log(server.id(), ServerDays.start(today.minusDays(1)))
                                        .map(
                                                lines ->
                                                        result(
                                                                server,
                                                                from,
                                                                merged(days, lines, now))));
    }

    private static Map<LocalDate, Availability> merged(
            List<Day> days, List<Availability.Since> lines, Instant now) {
        LocalDate today = now.atZone(ZoneOffset.UTC).toLocalDate();
        Map<LocalDate, Availability> parts =
                days.stream().collect(Collectors.toMap(Day::day, Day::parts));
        parts.put(today.minusDays(1), ServerDays.of(lines, today.minusDays(1)));
        parts.put(today, ServerDays.until(lines, today, now));
        return parts;
    }

    private static Result result(
            ServerView server, LocalDate from, Map<LocalDate, Availability> parts) {
        List<DayView> days =
                from.datesUntil(from.plusDays(DAYS))
                        .map(day -> new DayView(day, Uptime.of(known(parts, day))))
                        .toList();
        Availability whole = parts.values().stream().reduce(Availability.NONE, Availability::plus);
        return new Result.Shown(server, Uptime.of(whole), days);
    }

    private static Availability known(Map<LocalDate, Availability> parts, LocalDate day) {
        return Optional.ofNullable(parts.get(day)).orElse(Availability.NONE);
    }
}
