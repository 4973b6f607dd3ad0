package io.cybervpn.application.server;

import io.cybervpn.application.server.port.ServerSamples;
import io.cybervpn.domain.server.ServerId;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Figures over time in memory. */
final class InMemorySamples implements ServerSamples {
    private final Map<String, ServerId> servers = new HashMap<>();
    private final Map<Key, Long> counters = new HashMap<>();
    private final Map<Step, Map<Key, Piece>> pieces = new EnumMap<>(Step.class);

    InMemorySamples() {
        for (Step step : Step.values()) {
            pieces.put(step, new TreeMap<>(Comparator.comparing(Key::at).thenComparing(Key::text)));
        }
    }

    private record Key(ServerId server, Instant at) {
        String text() {
            return server.value().toString();
        }
    }

    private record Piece(long bytes, long usersMax, long usersSum, int samples) {
        Piece plus(Piece other) {
            return new Piece(
                    bytes + other.bytes,
                    Math.max(usersMax, other.usersMax),
                    usersSum + other.usersSum,
                    samples + other.samples);
        }

        long mean() {
            return samples == 0 ? 0 : usersSum / samples;
        }
    }

    void know(String panel, String node, ServerId server) {
        servers.put(panel + " " + node, server);
    }

    private Map<Key, Piece> of(Step step) {
        return pieces.getOrDefault(step, Map.of());
    }

    @Override
    public synchronized Uni<Integer> add(Instant at, List<Sample> samples) {
        return Uni.createFrom()
                .item(() -> (int) samples.stream().filter(one -> take(at, one)).count());
    }

    private synchronized boolean take(Instant at, Sample sample) {
        ServerId server = servers.get(sample.panel() + " " + sample.node());
        if (server == null || hasFrom(server, at)) {
            return false;
        }
        long users = sample.usersOnline().orElse(0L);
        of(Step.FIVE_MINUTES)
                .put(
                        new Key(server, at),
                        new Piece(
                                moved(server, sample),
                                users,
                                users,
                                sample.usersOnline().isPresent() ? 1 : 0));
        sample.counterBytes().ifPresent(count -> counters.put(new Key(server, at), count));
        return true;
    }

    private boolean hasFrom(ServerId server, Instant at) {
        return of(Step.FIVE_MINUTES).keySet().stream()
                .anyMatch(key -> key.server().equals(server) && !key.at().isBefore(at));
    }

    private long moved(ServerId server, Sample sample) {
        Optional<Long> before =
                counters.entrySet().stream()
                        .filter(entry -> entry.getKey().server().equals(server))
                        .max(Comparator.comparing(entry -> entry.getKey().at()))
                        .map(Map.Entry::getValue);
        return sample.counterBytes()
                .flatMap(now -> before.map(old -> now >= old ? now - old : now))
                .orElse(0L);
    }

    @Override
    public Uni<Void> sumUp(Step step, Instant from, Instant to) {
        return Uni.createFrom().voidItem().invoke(() -> sumUpNow(step, from, to));
    }

    private synchronized void sumUpNow(Step step, Instant from, Instant to) {
        Step fine = step == Step.DAY ? Step.HOUR : Step.FIVE_MINUTES;
        Map<Key, Piece> sums = new HashMap<>();
        of(fine).forEach(
                        (key, piece) -> {
                            if (!key.at().isBefore(from) && key.at().isBefore(to)) {
                                Key coarse = new Key(key.server(), step.start(key.at()));
                                sums.merge(coarse, piece, Piece::plus);
                            }
                        });
        of(step).putAll(sums);
    }

    @Override
    public Uni<Optional<Instant>> first(Step step) {
        return Uni.createFrom()
                .item(() -> of(step).keySet().stream().map(Key::at).min(Comparator.naturalOrder()));
    }

    @Override
    public Uni<Optional<Instant>> last(Step step) {
        return Uni.createFrom()
                .item(() -> of(step).keySet().stream().map(Key::at).max(Comparator.naturalOrder()));
    }

    @Override
    public Uni<Integer> forget(Step step, Instant before, int limit) {
        return Uni.createFrom().item(() -> forgetNow(step, before, limit));
    }

    private synchronized int forgetNow(Step step, Instant before, int limit) {
        List<Key> old =
                of(step).keySet().stream()
                        .filter(key -> key.at().isBefore(before))
                        .limit(limit)
                        .toList();
        old.forEach(of(step)::remove);
        return old.size();
    }

    @Override
    public Uni<List<Point>> series(Step step, Optional<ServerId> server, Instant from, Instant to) {
        return Uni.createFrom().item(() -> seriesNow(step, server, from, to));
    }

    private synchronized List<Point> seriesNow(
            Step step, Optional<ServerId> server, Instant from, Instant to) {
        TreeMap<Instant, Point> points = new TreeMap<>();
        of(step).forEach(
                        (key, piece) -> {
                            boolean wanted =
                                    server.filter(one -> !one.equals(key.server())).isEmpty();
                            if (wanted && !key.at().isBefore(from) && key.at().isBefore(to)) {
                                points.merge(key.at(), point(key, piece), InMemorySamples::both);
                            }
                        });
        return new ArrayList<>(points.values());
    }

    private static Point point(Key key, Piece piece) {
        return new Point(key.at(), piece.bytes(), piece.usersMax(), piece.mean());
    }

    private static Point both(Point one, Point other) {
        return new Point(
                one.at(),
                one.bytes() + other.bytes(),
                one.usersMax() + other.usersMax(),
                one.usersMean() + other.usersMean());
    }
}
