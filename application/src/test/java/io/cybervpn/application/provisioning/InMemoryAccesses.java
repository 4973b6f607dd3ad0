package io.cybervpn.application.provisioning;

import io.cybervpn.application.shared.InMemoryTable;
import io.cybervpn.application.shared.InMemoryUnitOfWork;
import io.cybervpn.domain.identity.AccountId;
import io.cybervpn.domain.provisioning.AccessId;
import io.cybervpn.domain.provisioning.PanelId;
import io.cybervpn.domain.provisioning.model.Access;
import io.cybervpn.domain.provisioning.model.Sight;
import io.cybervpn.domain.provisioning.repository.Accesses;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Desired-state records and their queue in memory. */
public final class InMemoryAccesses implements Accesses {
    private record Row(
            Access access,
            Optional<Instant> due,
            Optional<Instant> lease,
            Optional<Instant> seen,
            Instant updatedAt) {
        Row with(Access next, Optional<Instant> due, Instant now) {
            return new Row(next, due, lease, seen, now);
        }

        Row due(Instant at) {
            return new Row(access, Optional.of(at), lease, seen, updatedAt);
        }

        Row leased(Instant until) {
            return new Row(access, Optional.empty(), Optional.of(until), seen, updatedAt);
        }

        Row released() {
            return new Row(access, due, Optional.empty(), seen, updatedAt);
        }

        boolean isDue(Instant now) {
            return lease.map(until -> !until.isAfter(now))
                    .orElse(due.filter(at -> !at.isAfter(now)).isPresent());
        }

        Instant waitsSince() {
            return lease.or(() -> due).orElseThrow();
        }

        boolean isWantedAt(PanelId panel) {
            return access.desire().panel().equals(panel);
        }

        boolean isSeenAt(PanelId panel) {
            return access.sight() instanceof Sight.Seen(var _, var user)
                    && user.panel().equals(panel);
        }

        boolean isReady() {
            return access instanceof Access.Ready;
        }
    }

    private final InMemoryTable<AccessId, Row> rows;

    public InMemoryAccesses(InMemoryUnitOfWork unitOfWork) {
        this.rows = unitOfWork.table();
    }

    @Override
    public Uni<Optional<Access>> find(AccessId id) {
        return item(() -> rows.get(id).map(Row::access));
    }

    /** All records. */
    public List<Access> all() {
        return rows.all().stream().map(Row::access).toList();
    }

    /** Whose a record is. */
    public Optional<AccountId> ownerOf(AccessId id) {
        return rows.get(id).map(row -> row.access().desire().account());
    }

    /** Whether a record is of an account. */
    public boolean isOf(AccessId id, AccountId account) {
        return rows.get(id)
                .filter(row -> row.access().desire().account().equals(account))
                .isPresent();
    }

    @Override
    public Uni<Optional<Access>> lock(AccessId id) {
        return find(id);
    }

    @Override
    public Uni<List<Access>> findAll(Set<AccessId> ids) {
        return item(() -> ids.stream().flatMap(this::stored).map(Row::access).toList());
    }

    @Override
    public Uni<List<Access>> lockAt(PanelId panel, Optional<AccessId> after, int limit) {
        String beyond = after.map(id -> id.value().toString()).orElse("");
        return item(
                () ->
                        rows.where(row -> row.isWantedAt(panel)).stream()
                                .map(Row::access)
                                .filter(access -> key(access).compareTo(beyond) > 0)
                                .sorted(Comparator.comparing(InMemoryAccesses::key))
                                .limit(limit)
                                .toList());
    }

    private static String key(Access access) {
        return access.desire().id().value().toString();
    }

    @Override
    public Uni<Boolean> add(Access.Pending access, Instant now) {
        return item(() -> insert(access, now));
    }

    @Override
    public Uni<Void> save(Access.Pending access, Instant now) {
        return does(() -> put(row(access).with(access, Optional.of(access.dueAt()), now)));
    }

    @Override
    public Uni<List<Access>> claim(PanelId panel, int limit, Instant now, Duration lease) {
        return item(
                () ->
                        rows.where(row -> row.isDue(now) && row.isWantedAt(panel)).stream()
                                .sorted(Comparator.comparing(Row::waitsSince))
                                .limit(limit)
                                .map(row -> put(row.leased(now.plus(lease))))
                                .toList());
    }

    @Override
    public Uni<Void> release(AccessId id, Instant dueAt) {
        return does(
                () -> {
                    Row row = rows.get(id).orElseThrow();
                    Instant due = row.due().filter(dueAt::isAfter).orElse(dueAt);
                    put(row.due(due).released());
                });
    }

    @Override
    public Uni<Void> settle(Access access, Instant now) {
        return does(
                () -> {
                    Row row = row(access);
                    put(row.with(access, due(access, row), now).released());
                });
    }

    private static Optional<Instant> due(Access access, Row row) {
        return switch (access) {
            case Access.Pending pending -> Optional.of(pending.dueAt());
            case Access.Ready _ -> row.due();
            case Access.Failing failing -> Optional.of(failing.setback().retryAt());
            case Access.Waiting waiting -> Optional.of(waiting.work().askAt());
            case Access.Parked _, Access.Removed _ -> Optional.empty();
        };
    }

    @Override
    public Uni<Integer> recheck(Set<AccessId> ids, Instant now) {
        return item(() -> makeDue(ids.stream().flatMap(this::stored).filter(Row::isReady), now));
    }

    @Override
    public Uni<Void> sighted(PanelId panel, List<Usage> usages, Instant at) {
        return does(
                () ->
                        usages.forEach(
                                usage ->
                                        stored(usage.access())
                                                .filter(row -> row.isSeenAt(panel))
                                                .forEach(sight(usage, at))));
    }

    private Consumer<Row> sight(Usage usage, Instant at) {
        return row ->
                put(
                        new Row(
                                AccessCopies.used(row.access(), usage.reading()),
                                row.due(),
                                row.lease(),
                                Optional.of(at),
                                row.updatedAt()));
    }

    @Override
    public Uni<Integer> recheckUnseen(PanelId panel, Instant since, Instant now) {
        return item(() -> makeDue(rows.where(row -> isUnseen(panel, row, since)).stream(), now));
    }

    @Override
    public Uni<List<AccessId>> unseen(PanelId panel, Instant since, int limit) {
        return item(
                () ->
                        rows.where(row -> isUnseen(panel, row, since)).stream()
                                .map(row -> row.access().desire().id())
                                .limit(limit)
                                .toList());
    }

    private static boolean isUnseen(PanelId panel, Row row, Instant since) {
        return row.isReady()
                && row.isSeenAt(panel)
                && row.updatedAt().isBefore(since)
                && row.seen().filter(seen -> !seen.isBefore(since)).isEmpty();
    }

    private int makeDue(Stream<Row> chosen, Instant now) {
        List<Row> found = chosen.toList();
        found.forEach(row -> put(row.due(now)));
        return found.size();
    }

    private Stream<Row> stored(AccessId id) {
        return rows.get(id).stream();
    }

    private Row row(Access access) {
        return rows.get(access.desire().id()).orElseThrow();
    }

    private boolean insert(Access.Pending access, Instant now) {
        Row row =
                new Row(
                        access,
                        Optional.of(access.dueAt()),
                        Optional.empty(),
                        Optional.empty(),
                        now);
        return rows.insert(access.desire().id(), row);
    }

    private Access put(Row row) {
        rows.put(row.access().desire().id(), row);
        return row.access();
    }

    private static <T> Uni<T> item(Supplier<T> work) {
        return Uni.createFrom().item(work);
    }

    private static Uni<Void> does(Runnable work) {
        return Uni.createFrom().voidItem().invoke(work);
    }

    @Override
    public Uni<Void> reown(AccountId from, AccountId into) {
        return does(
                () ->
                        rows.where(row -> row.access().desire().account().equals(from))
                                .forEach(
                                        row ->
                                                put(
                                                        row.with(
                                                                AccessCopies.moved(
                                                                        row.access(), into),
                                                                row.due(),
                                                                row.updatedAt()))));
    }
}
