package io.cybervpn.infrastructure.shared;

import io.cybervpn.application.shared.InboxDesk;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.StreamSupport;

/** The inbox table for staff. Ids are UUIDv7, so their order is that of time. */
@Singleton
final class PostgresInboxDesk implements InboxDesk {
    private static final String SHOWN =
            "id, source, status, attempts, coalesce(note, '') as note, received_at, settled_at,"
                    + " by_former_secret, body <> '' as has_body";
    private static final String OPEN = "select " + SHOWN + ", body from inbox where id = $1";
    private static final String HOLD =
            "select " + SHOWN + " from inbox where id = any(:ids) order by id for no key update";
    private static final String REQUEUE =
            """
            update inbox set status = 'received', settled_at = null, next_attempt_at = :now,
                note = 'to be applied again, as staff wish'
            where id = any(:ids)""";

    private final Pool pool;

    @Inject
    PostgresInboxDesk(Pool pool) {
        this.pool = pool;
    }

    @Override
    public Uni<List<Entry>> find(Filter filter, int limit) {
        Conditions conditions = InboxConditions.of(filter);
        String sql =
                "select %s from inbox where %s order by id desc limit %s"
                        .formatted(SHOWN, conditions.text(), conditions.next(limit));
        return pool.preparedQuery(sql)
                .execute(conditions.parameters())
                .map(
                        rows ->
                                StreamSupport.stream(rows.spliterator(), false)
                                        .map(PostgresInboxDesk::entry)
                                        .toList());
    }

    @Override
    public Uni<Optional<Opened>> open(UUID id) {
        return pool.preparedQuery(OPEN)
                .execute(Tuple.of(id))
                .map(
                        rows ->
                                StreamSupport.stream(rows.spliterator(), false)
                                        .findFirst()
                                        .map(row -> new Opened(entry(row), row.getString("body"))));
    }

    @Override
    public Uni<List<Entry>> hold(Set<UUID> ids) {
        return Panache.getSession()
                .chain(
                        session ->
                                session.createNativeQuery(HOLD, Object[].class)
                                        .setParameter("ids", ids.toArray(UUID[]::new))
                                        .getResultList())
                .map(rows -> rows.stream().map(PostgresInboxDesk::entry).toList());
    }

    @Override
    public Uni<Void> requeue(Set<UUID> ids, Instant now) {
        return Panache.getSession()
                .chain(
                        session ->
                                session.createNativeQuery(REQUEUE)
                                        .setParameter("ids", ids.toArray(UUID[]::new))
                                        .setParameter("now", now)
                                        .executeUpdate())
                .replaceWithVoid();
    }

    private static Entry entry(Row row) {
        return new Entry(
                row.getUUID("id"),
                row.getString("source"),
                row.getString("status"),
                row.getInteger("attempts"),
                row.getString("note"),
                row.getOffsetDateTime("received_at").toInstant(),
                Optional.ofNullable(row.getOffsetDateTime("settled_at"))
                        .map(OffsetDateTime::toInstant),
                row.getBoolean("by_former_secret"),
                row.getBoolean("has_body"));
    }

    private static Entry entry(Object[] row) {
        return new Entry(
                (UUID) row[0],
                (String) row[1],
                (String) row[2],
                ((Number) row[3]).intValue(),
                (String) row[4],
                ((OffsetDateTime) row[5]).toInstant(),
                Optional.ofNullable((OffsetDateTime) row[6]).map(OffsetDateTime::toInstant),
                (Boolean) row[7],
                (Boolean) row[8]);
    }
}
