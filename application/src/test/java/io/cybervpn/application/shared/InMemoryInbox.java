package io.cybervpn.application.shared;

import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** An inbox in memory, protected by the unit of work. */
public final class InMemoryInbox implements Inbox, InboxDesk {
    private record Row(
            Message message,
            String status,
            int attempts,
            Instant dueAt,
            String note,
            Optional<Instant> settledAt) {}

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
        rows.put(
                message.id(),
                new Row(message, "received", 0, message.receivedAt(), "", Optional.empty()));
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
                row.attempts() + 1,
                message.byFormer());
    }

    @Override
    public Uni<Void> settle(List<Settlement> settlements, Instant now) {
        settlements.forEach(one -> settle(one, now));
        return Uni.createFrom().voidItem();
    }

    /** As in PostgreSQL, what was of no interest keeps no body. */
    private void settle(Settlement settlement, Instant now) {
        UUID id = settlement.message();
        String status = settlement.outcome().name().toLowerCase(Locale.ROOT);
        rows.get(id)
                .ifPresent(
                        row ->
                                rows.put(
                                        id,
                                        new Row(
                                                settlement.outcome() == Outcome.IGNORED
                                                        ? bodiless(row.message())
                                                        : row.message(),
                                                status,
                                                row.attempts() + 1,
                                                row.dueAt(),
                                                settlement.note(),
                                                Optional.of(now))));
    }

    private static Message bodiless(Message message) {
        return new Message(
                message.id(),
                message.source(),
                message.dedupeKey(),
                "",
                message.receivedAt(),
                message.attempt(),
                message.byFormer());
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
                                                error,
                                                row.settledAt())));
        return Uni.createFrom().voidItem();
    }

    @Override
    public Uni<List<Entry>> find(Filter filter, int limit) {
        return Uni.createFrom()
                .item(
                        () ->
                                rows.all().stream()
                                        .filter(row -> passes(row, filter))
                                        .sorted(
                                                Comparator.comparing(InMemoryInbox::place)
                                                        .reversed())
                                        .limit(limit)
                                        .map(InMemoryInbox::entry)
                                        .toList());
    }

    private static String place(Row row) {
        return row.message().id().toString();
    }

    private static boolean passes(Row row, Filter filter) {
        Message message = row.message();
        Instant at = message.receivedAt();
        return (filter.sources().isEmpty() || filter.sources().contains(message.source()))
                && (filter.statuses().isEmpty() || filter.statuses().contains(row.status()))
                && filter.text().map(text -> isAbout(message, text)).orElse(true)
                && filter.from().map(from -> !at.isBefore(from)).orElse(true)
                && filter.to().map(at::isBefore).orElse(true)
                && filter.before()
                        .map(last -> place(row).compareTo(last.toString()) < 0)
                        .orElse(true);
    }

    private static boolean isAbout(Message message, String text) {
        return message.id().toString().equalsIgnoreCase(text)
                || message.dedupeKey().equals(text)
                || message.body().contains(text);
    }

    @Override
    public Uni<Optional<Opened>> open(UUID id) {
        return Uni.createFrom()
                .item(() -> rows.get(id).map(row -> new Opened(entry(row), row.message().body())));
    }

    @Override
    public Uni<List<Entry>> hold(Set<UUID> ids) {
        return Uni.createFrom()
                .item(
                        () ->
                                ids.stream()
                                        .flatMap(id -> rows.get(id).stream())
                                        .map(InMemoryInbox::entry)
                                        .toList());
    }

    @Override
    public Uni<Void> requeue(Set<UUID> ids, Instant now) {
        ids.forEach(
                id ->
                        rows.get(id)
                                .ifPresent(
                                        row ->
                                                rows.put(
                                                        id,
                                                        new Row(
                                                                row.message(),
                                                                "received",
                                                                row.attempts(),
                                                                now,
                                                                "",
                                                                Optional.empty()))));
        return Uni.createFrom().voidItem();
    }

    private static Entry entry(Row row) {
        Message message = row.message();
        return new Entry(
                message.id(),
                message.source(),
                row.status(),
                row.attempts(),
                row.note(),
                message.receivedAt(),
                row.settledAt(),
                message.byFormer(),
                !message.body().isEmpty());
    }
}
