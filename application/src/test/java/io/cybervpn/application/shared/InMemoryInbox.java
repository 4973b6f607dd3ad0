package io.cybervpn.application.shared;

import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/** An inbox in memory, protected by the unit of work. */
public final class InMemoryInbox implements Inbox {
    private record Row(Message message, String status, int attempts, Instant dueAt, String note) {}

    private final InMemoryTable<UUID, Row> rows;
    private final InMemoryTable<String, UUID> keys;

    public InMemoryInbox(InMemoryUnitOfWork unitOfWork) {
        this.rows = unitOfWork.table();
        this.keys = unitOfWork.table();
    }

    @Override
    public Uni<Optional<UUID>> store(Message message) {
        if (!keys.insert(message.source() + " " + message.dedupeKey(), message.id())) {
            return Uni.createFrom().item(Optional.empty());
        }
        rows.put(message.id(), new Row(message, "received", 0, message.receivedAt(), ""));
        return Uni.createFrom().item(Optional.of(message.id()));
    }

    @Override
    public Uni<List<Message>> lockNext(int limit, Instant now) {
        return Uni.createFrom()
                .item(
                        rows
                                .where(
                                        row ->
                                                row.status().equals("received")
                                                        && !row.dueAt().isAfter(now))
                                .stream()
                                .sorted(
                                        Comparator.comparing(Row::dueAt)
                                                .thenComparing(row -> row.message().id()))
                                .limit(limit)
                                .map(InMemoryInbox::next)
                                .toList());
    }

    private static Message next(Row row) {
        Message message = row.message();
        return new Message(
                message.id(),
                message.source(),
                message.dedupeKey(),
                message.body(),
                message.receivedAt(),
                row.attempts() + 1);
    }

    @Override
    public Uni<Void> settle(List<Settlement> settlements, Instant now) {
        settlements.forEach(this::settle);
        return Uni.createFrom().voidItem();
    }

    private void settle(Settlement settlement) {
        UUID id = settlement.message();
        String status = settlement.outcome().name().toLowerCase(Locale.ROOT);
        rows.get(id)
                .ifPresent(
                        row ->
                                rows.put(
                                        id,
                                        new Row(
                                                row.message(),
                                                status,
                                                row.attempts() + 1,
                                                row.dueAt(),
                                                settlement.note())));
    }

    @Override
    public Uni<Void> retryAt(UUID id, Instant at, String error) {
        rows.get(id)
                .ifPresent(
                        row ->
                                rows.put(
                                        id,
                                        new Row(
                                                row.message(),
                                                row.status(),
                                                row.attempts() + 1,
                                                at,
                                                error)));
        return Uni.createFrom().voidItem();
    }

    @Override
    public Uni<List<Entry>> entries(Optional<String> source, Optional<String> status, int limit) {
        return Uni.createFrom()
                .item(
                        rows.all().stream()
                                .filter(
                                        row ->
                                                source.map(row.message().source()::equals)
                                                        .orElse(true))
                                .filter(row -> status.map(row.status()::equals).orElse(true))
                                .sorted(
                                        Comparator.comparing(
                                                        (Row row) -> row.message().receivedAt())
                                                .thenComparing(row -> row.message().id())
                                                .reversed())
                                .limit(limit)
                                .map(InMemoryInbox::entry)
                                .toList());
    }

    private static Entry entry(Row row) {
        Message message = row.message();
        return new Entry(
                message.id(),
                message.source(),
                row.status(),
                row.attempts(),
                row.note(),
                message.receivedAt());
    }
}
