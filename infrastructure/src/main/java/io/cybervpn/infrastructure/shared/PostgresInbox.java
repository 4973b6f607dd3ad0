package io.cybervpn.infrastructure.shared;

import io.cybervpn.application.shared.Inbox;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jboss.logging.Logger;

/**
 * The inbox table. Storing is one committed statement; locking and settling belong to the unit of
 * work.
 */
@Singleton
final class PostgresInbox implements Inbox {
    private static final Logger LOG = Logger.getLogger(PostgresInbox.class);

    private static final String STORE =
            """
            insert into inbox (id, source, dedupe_key, body, next_attempt_at, received_at)
            values ($1, $2, $3, $4, $5, $5) on conflict (source, dedupe_key) do nothing returning id""";
    private static final String LOCK_NEXT =
            """
            select id, source, dedupe_key, body, received_at, attempts from inbox
            where status = 'received' and next_attempt_at <= :now
            order by next_attempt_at, id limit 1 for update skip locked""";

    /**
     * What is of no interest keeps no body: a panel's word of a failed login carries what was
     * typed.
     */
    private static final String SETTLE =
            """
            update inbox set status = :status, note = :note, settled_at = :now, attempts = attempts + 1,
                body = case when :status = 'ignored' then '' else body end
            where id = :id""";

    private static final String RETRY =
            """
            update inbox set next_attempt_at = $2, note = $3, attempts = attempts + 1
            where id = $1 and status = 'received'""";
    private static final String ENTRIES =
            """
            select id, source, status, attempts, coalesce(note, '') as note, received_at from inbox
            where ($1::text is null or source = $1) and ($2::text is null or status = $2)
            order by received_at desc, id desc limit $3""";

    private final Pool pool;
    private final MeterRegistry metrics;

    @Inject
    PostgresInbox(Pool pool, MeterRegistry metrics) {
        this.pool = pool;
        this.metrics = metrics;
    }

    @Override
    public Uni<Optional<UUID>> store(Message message) {
        Tuple parameters =
                Tuple.of(
                        message.id(),
                        message.source(),
                        message.dedupeKey(),
                        message.body(),
                        message.receivedAt().atOffset(ZoneOffset.UTC));
        return pool.preparedQuery(STORE)
                .execute(parameters)
                .map(rows -> rows.rowCount() == 1 ? Optional.of(message.id()) : Optional.empty());
    }

    @Override
    public Uni<Optional<Message>> lockNext(Instant now) {
        return Panache.getSession().chain(session -> lockNext(session, now));
    }

    private static Uni<Optional<Message>> lockNext(Mutiny.Session session, Instant now) {
        return session.createNativeQuery(LOCK_NEXT, Object[].class)
                .setParameter("now", now)
                .getResultList()
                .map(rows -> rows.stream().findFirst().map(PostgresInbox::message));
    }

    private static Message message(Object[] row) {
        return new Message(
                (UUID) row[0],
                (String) row[1],
                (String) row[2],
                (String) row[3],
                ((OffsetDateTime) row[4]).toInstant(),
                ((Number) row[5]).intValue() + 1);
    }

    @Override
    public Uni<Void> settle(UUID id, Outcome outcome, String note, Instant now) {
        metrics.counter("cybervpn.inbox.settled", "outcome", statusOf(outcome)).increment();
        if (outcome == Outcome.FLAGGED) {
            LOG.errorf("inbox message %s needs staff: %s", id, note);
        }
        return Panache.getSession()
                .chain(
                        session ->
                                session.createNativeQuery(SETTLE)
                                        .setParameter("status", statusOf(outcome))
                                        .setParameter("note", note)
                                        .setParameter("now", now)
                                        .setParameter("id", id)
                                        .executeUpdate()
                                        .replaceWithVoid());
    }

    @Override
    public Uni<Void> retryAt(UUID id, Instant at, String error) {
        LOG.warnf("inbox message %s failed and is tried again at %s: %s", id, at, error);
        return pool.preparedQuery(RETRY)
                .execute(Tuple.of(id, at.atOffset(ZoneOffset.UTC), error))
                .replaceWithVoid();
    }

    @Override
    public Uni<List<Entry>> entries(Optional<String> source, Optional<String> status, int limit) {
        return pool.preparedQuery(ENTRIES)
                .execute(Tuple.of(source.orElse(null), status.orElse(null), limit))
                .map(
                        rows ->
                                StreamSupport.stream(rows.spliterator(), false)
                                        .map(PostgresInbox::entry)
                                        .toList());
    }

    private static Entry entry(Row row) {
        return new Entry(
                row.getUUID("id"),
                row.getString("source"),
                row.getString("status"),
                row.getInteger("attempts"),
                row.getString("note"),
                row.getOffsetDateTime("received_at").toInstant());
    }

    private static String statusOf(Outcome outcome) {
        return switch (outcome) {
            case APPLIED -> "applied";
            case IGNORED -> "ignored";
            case FLAGGED -> "flagged";
        };
    }
}
