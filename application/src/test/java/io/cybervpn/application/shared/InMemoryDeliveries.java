package io.cybervpn.application.shared;

import io.cybervpn.domain.shared.DomainEvent;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;

/** The relay's end of an outbox, in memory. */
public final class InMemoryDeliveries implements OutboxQueue {
    private record Row(
            UUID id,
            String handler,
            DomainEvent event,
            String status,
            int attempts,
            Instant dueAt,
            String error) {
        Row with(String newStatus, int newAttempts, Instant newDueAt, String newError) {
            return new Row(id, handler, event, newStatus, newAttempts, newDueAt, newError);
        }
    }

    private final InMemoryTable<UUID, Row> rows = new InMemoryTable<>();

    public void add(UUID id, String handler, DomainEvent event, Instant dueAt) {
        rows.put(id, new Row(id, handler, event, "pending", 0, dueAt, ""));
    }

    public String statusOf(UUID id) {
        return rows.get(id).map(Row::status).orElse("absent");
    }

    public Instant dueAt(UUID id) {
        return rows.get(id).map(Row::dueAt).orElseThrow();
    }

    @Override
    public synchronized Uni<List<Delivery>> claim(int limit, Instant now, Duration lease) {
        List<Row> due =
                rows
                        .where(row -> row.status().equals("pending") && !row.dueAt().isAfter(now))
                        .stream()
                        .sorted(Comparator.comparing(Row::dueAt).thenComparing(Row::id))
                        .limit(limit)
                        .map(
                                row ->
                                        row.with(
                                                "pending",
                                                row.attempts() + 1,
                                                now.plus(lease),
                                                row.error()))
                        .toList();
        due.forEach(row -> rows.put(row.id(), row));
        return Uni.createFrom()
                .item(
                        due.stream()
                                .map(
                                        row ->
                                                new Delivery(
                                                        row.id(),
                                                        row.handler(),
                                                        row.event(),
                                                        row.attempts()))
                                .toList());
    }

    @Override
    public Uni<Void> done(List<UUID> ids, Instant now) {
        ids.forEach(id -> change(id, row -> row.with("done", row.attempts(), now, "")));
        return Uni.createFrom().voidItem();
    }

    @Override
    public Uni<Void> retryAt(UUID id, Instant at, String error) {
        change(id, row -> row.with("pending", row.attempts(), at, error));
        return Uni.createFrom().voidItem();
    }

    @Override
    public Uni<Void> park(UUID id, String error) {
        change(id, row -> row.with("parked", row.attempts(), row.dueAt(), error));
        return Uni.createFrom().voidItem();
    }

    @Override
    public Uni<List<Parked>> parked(int limit) {
        return Uni.createFrom()
                .item(
                        rows.where(row -> row.status().equals("parked")).stream()
                                .sorted(Comparator.comparing(Row::id))
                                .limit(limit)
                                .map(
                                        row ->
                                                new Parked(
                                                        row.id(),
                                                        row.handler(),
                                                        row.event().getClass().getSimpleName(),
                                                        row.attempts(),
                                                        row.error(),
                                                        row.event().at()))
                                .toList());
    }

    @Override
    public Uni<Boolean> requeue(UUID id, Instant now) {
        boolean parked = statusOf(id).equals("parked");
        if (parked) {
            change(id, row -> row.with("pending", 0, now, row.error()));
        }
        return Uni.createFrom().item(parked);
    }

    private void change(UUID id, java.util.function.UnaryOperator<Row> change) {
        rows.get(id).map(change).ifPresent(row -> rows.put(id, row));
    }

    /** The time when a row was due stands for the time when it was done. */
    @Override
    public Uni<Integer> forget(Instant before, int limit) {
        List<Row> gone =
                rows
                        .where(row -> row.status().equals("done") && row.dueAt().isBefore(before))
                        .stream()
                        .limit(limit)
                        .toList();
        gone.forEach(row -> rows.remove(row.id()));
        return Uni.createFrom().item(gone.size());
    }
}
