package io.cybervpn.infrastructure.shared;

import io.cybervpn.application.shared.OutboxQueue;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.jboss.logging.Logger;

/**
 * The outbox table seen from the relay: claims by {@code SKIP LOCKED}, so any number of instances
 * may relay.
 */
@Singleton
final class PostgresOutboxQueue implements OutboxQueue {
    private static final Logger LOG = Logger.getLogger(PostgresOutboxQueue.class);

    private static final Duration UNREADABLE_PAUSE = Duration.ofMinutes(1);

    private static final String CLAIM =
            """
            update outbox o set attempts = o.attempts + 1, next_attempt_at = $2
            from (select id from outbox where status = 'pending' and next_attempt_at <= $1
                  order by next_attempt_at, id limit $3 for update skip locked) due
            where o.id = due.id
            returning o.id, o.handler, o.event_type, o.payload::text as payload, o.attempts""";
    private static final String DONE =
            "update outbox set status = 'done', done_at = $2, last_error = null where id = any($1)";
    private static final String RETRY =
            "update outbox set next_attempt_at = $2, last_error = $3 where id = $1 and status ="
                    + " 'pending'";
    private static final String PARK =
            "update outbox set status = 'parked', last_error = $2 where id = $1 and status ="
                    + " 'pending'";
    private static final String PARKED =
            """
            select id, handler, event_type, attempts, coalesce(last_error, '') as last_error, created_at
            from outbox where status = 'parked' order by id limit $1""";
    private static final String REQUEUE =
            "update outbox set status = 'pending', attempts = 0, next_attempt_at = :at where id ="
                    + " :id and status = 'parked'";

    private static final String FORGET =
            """
            delete from outbox where id in (
                select id from outbox where status = 'done' and done_at < $1
                order by done_at limit $2 for update skip locked)""";

    private final Pool pool;
    private final EventCodec codec;
    private final Counter parked;

    @Inject
    PostgresOutboxQueue(Pool pool, EventCodec codec, MeterRegistry metrics) {
        this.pool = pool;
        this.codec = codec;
        this.parked =
                Counter.builder("cybervpn.outbox.parked")
                        .description("Deliveries that gave up and wait for staff")
                        .register(metrics);
    }

    @Override
    public Uni<List<Delivery>> claim(int limit, Instant now, Duration lease) {
        return execute(
                        CLAIM,
                        Tuple.of(
                                now.atOffset(ZoneOffset.UTC),
                                now.plus(lease).atOffset(ZoneOffset.UTC),
                                limit))
                .chain(rows -> readable(rows, now));
    }

    /**
     * One row that cannot be read must not hold up its batch; an instance of a newer version may
     * know its event.
     */
    private Uni<List<Delivery>> readable(RowSet<Row> rows, Instant now) {
        List<Delivery> deliveries = new ArrayList<>();
        Uni<Void> givenBack = Uni.createFrom().voidItem();
        for (Row row : rows) {
            try {
                deliveries.add(delivery(row));
            } catch (UncheckedIOException | IllegalStateException unreadable) {
                UUID id = row.getUUID("id");
                givenBack =
                        givenBack.chain(
                                () ->
                                        retryAt(
                                                id,
                                                now.plus(UNREADABLE_PAUSE),
                                                "unreadable: " + unreadable));
            }
        }
        return givenBack.replaceWith(() -> List.copyOf(deliveries));
    }

    @Override
    public Uni<Void> done(List<UUID> ids, Instant now) {
        return execute(DONE, Tuple.of(ids.toArray(UUID[]::new), now.atOffset(ZoneOffset.UTC)))
                .replaceWithVoid();
    }

    @Override
    public Uni<Void> retryAt(UUID id, Instant at, String error) {
        LOG.warnf("outbox row %s failed and is tried again at %s: %s", id, at, error);
        return execute(RETRY, Tuple.of(id, at.atOffset(ZoneOffset.UTC), error)).replaceWithVoid();
    }

    @Override
    public Uni<Void> park(UUID id, String error) {
        LOG.errorf("outbox row %s is parked, staff must retry it: %s", id, error);
        parked.increment();
        return execute(PARK, Tuple.of(id, error)).replaceWithVoid();
    }

    @Override
    public Uni<List<Parked>> parked(int limit) {
        return execute(PARKED, Tuple.of(limit))
                .map(rows -> stream(rows).map(PostgresOutboxQueue::parkedRow).toList());
    }

    @Override
    public Uni<Boolean> requeue(UUID id, Instant now) {
        return Panache.getSession()
                .chain(
                        session ->
                                session.createNativeQuery(REQUEUE)
                                        .setParameter("id", id)
                                        .setParameter("at", now.atOffset(ZoneOffset.UTC))
                                        .executeUpdate())
                .map(rows -> rows == 1);
    }

    private Uni<RowSet<Row>> execute(String sql, Tuple parameters) {
        return pool.preparedQuery(sql).execute(parameters);
    }

    private Delivery delivery(Row row) {
        return new Delivery(
                row.getUUID("id"),
                row.getString("handler"),
                codec.read(row.getString("event_type"), row.getString("payload")),
                row.getInteger("attempts"));
    }

    private static Parked parkedRow(Row row) {
        return new Parked(
                row.getUUID("id"),
                row.getString("handler"),
                row.getString("event_type"),
                row.getInteger("attempts"),
                row.getString("last_error"),
                row.getOffsetDateTime("created_at").toInstant());
    }

    private static java.util.stream.Stream<Row> stream(RowSet<Row> rows) {
        return StreamSupport.stream(rows.spliterator(), false);
    }

    @Override
    public Uni<Integer> forget(Instant before, int limit) {
        return execute(FORGET, Tuple.of(before.atOffset(ZoneOffset.UTC), limit))
                .map(RowSet::rowCount);
    }
}
