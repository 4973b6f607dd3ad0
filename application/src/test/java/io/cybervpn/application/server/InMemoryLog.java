package io.cybervpn.application.server;

import io.cybervpn.application.server.port.ServerLog;
import io.cybervpn.domain.server.ServerId;
import io.cybervpn.domain.server.model.Availability.Since;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The log of states and its days in memory. */
final class InMemoryLog implements ServerLog {
    private final Map<ServerId, TreeMap<Instant, Since>> lines = new HashMap<>();
    private final Map<List<Object>, Day> days = new HashMap<>();

    void add(ServerId server, Instant at, String state) {
        lines.computeIfAbsent(server, _ -> new TreeMap<>()).put(at, new Since(at, state));
    }

    @Override
    public Uni<List<Log>> logs(Optional<ServerId> after, int limit, Instant from) {
        return Uni.createFrom()
                .item(
                        () ->
                                lines.keySet().stream()
                                        .sorted(Comparator.comparing(InMemoryLog::key))
                                        .filter(one -> isAfter(one, after))
                                        .limit(limit)
                                        .map(one -> new Log(one, linesOf(one, from)))
                                        .toList());
    }

    private static boolean isAfter(ServerId one, Optional<ServerId> after) {
        return after.filter(last -> key(one).compareTo(key(last)) <= 0).isEmpty();
    }

    private static String key(ServerId server) {
        return server.value().toString();
    }

    private List<Since> linesOf(ServerId server, Instant from) {
        TreeMap<Instant, Since> all = lines.getOrDefault(server, new TreeMap<>());
        Instant start = Optional.ofNullable(all.lowerKey(from)).orElse(from);
        return new ArrayList<>(all.tailMap(start, true).values());
    }

    @Override
    public Uni<List<Since>> log(ServerId server, Instant from) {
        return Uni.createFrom().item(() -> linesOf(server, from));
    }

    @Override
    public Uni<Void> save(List<Day> written) {
        return Uni.createFrom()
                .voidItem()
                .invoke(
                        () ->
                                written.forEach(
                                        day -> days.put(List.of(day.server(), day.day()), day)));
    }

    @Override
    public Uni<Optional<LocalDate>> lastDay() {
        return Uni.createFrom()
                .item(() -> days.values().stream().map(Day::day).max(Comparator.naturalOrder()));
    }

    @Override
    public Uni<List<Day>> days(ServerId server, LocalDate from) {
        return Uni.createFrom()
                .item(
                        () ->
                                days.values().stream()
                                        .filter(day -> day.server().equals(server))
                                        .filter(day -> !day.day().isBefore(from))
                                        .sorted(Comparator.comparing(Day::day))
                                        .toList());
    }

    @Override
    public Uni<List<CountryDay>> countryDays(LocalDate from) {
        return Uni.createFrom().item(List.of());
    }

    @Override
    public Uni<Integer> forgetLines(Instant before, int limit) {
        return Uni.createFrom().item(0);
    }

    @Override
    public Uni<Integer> forgetDays(LocalDate before, int limit) {
        return Uni.createFrom()
                .item(
                        () -> {
                            List<List<Object>> old =
                                    days.entrySet().stream()
                                            .filter(
                                                    entry ->
                                                            entry.getValue().day().isBefore(before))
                                            .map(Map.Entry::getKey)
                                            .limit(limit)
                                            .toList();
                            old.forEach(days::remove);
                            return old.size();
                        });
    }
}
