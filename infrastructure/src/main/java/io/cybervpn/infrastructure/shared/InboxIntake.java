package io.cybervpn.infrastructure.shared;

import io.cybervpn.application.shared.Inbox.Message;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.IntFunction;

/**
 * Stores pushes: one that comes alone at once, those that come while the database is busy with
 * others in one statement, which share its commit. Each is acknowledged after the commit that holds
 * it. When a statement for many fails, each of them is tried alone, so that one faulty push takes
 * no other with it.
 */
@Singleton
final class InboxIntake {
    private static final int BATCH_MAX = 64;
    private static final int STATEMENTS_MAX = 2;

    /** Keys are inserted in one order, so that two statements never wait for each other. */
    private static final String STORE =
            """
            insert into inbox (id, source, dedupe_key, body, next_attempt_at, received_at)
            select p.id, p.source, p.dedupe_key, p.body, p.at, p.at
            from unnest($1::uuid[], $2::text[], $3::text[], $4::text[], $5::timestamptz[])
                as p(id, source, dedupe_key, body, at)
            order by p.source, p.dedupe_key
            on conflict (source, dedupe_key) do nothing returning id""";

    private record Waiting(Message message, UniEmitter<? super Boolean> answer) {}

    private final Pool pool;
    private final Queue<Waiting> queue = new ConcurrentLinkedQueue<>();
    private final AtomicInteger statements = new AtomicInteger();

    @Inject
    InboxIntake(Pool pool) {
        this.pool = pool;
    }

    /** True when it is stored now, false when it was before; durable either way. */
    Uni<Boolean> store(Message message) {
        Uni<Boolean> stored =
                Uni.createFrom()
                        .emitter(
                                answer -> {
                                    queue.add(new Waiting(message, answer));
                                    sendNext();
                                });
        Context caller = Vertx.currentContext();
        return caller == null
                ? stored
                : stored.emitOn(command -> caller.runOnContext(_ -> command.run()));
    }

    /** Looks once more after it gave its place back: somebody may have queued in between. */
    private void sendNext() {
        while (!queue.isEmpty()) {
            if (statements.incrementAndGet() > STATEMENTS_MAX) {
                statements.decrementAndGet();
                return;
            }
            List<Waiting> batch = takeBatch();
            if (!batch.isEmpty()) {
                send(batch);
                return;
            }
            statements.decrementAndGet();
        }
    }

    private List<Waiting> takeBatch() {
        List<Waiting> batch = new ArrayList<>();
        Waiting next = queue.poll();
        while (next != null) {
            batch.add(next);
            next = batch.size() < BATCH_MAX ? queue.poll() : null;
        }
        return batch;
    }

    private void send(List<Waiting> batch) {
        insert(batch)
                .subscribe()
                .with(
                        stored -> {
                            goOn();
                            batch.forEach(
                                    one ->
                                            one.answer()
                                                    .complete(stored.contains(one.message().id())));
                        },
                        failure -> {
                            goOn();
                            fail(batch, failure);
                        });
    }

    private void goOn() {
        statements.decrementAndGet();
        sendNext();
    }

    private void fail(List<Waiting> batch, Throwable failure) {
        if (batch.size() == 1) {
            batch.getFirst().answer().fail(failure);
            return;
        }
        for (Waiting one : batch) {
            insert(List.of(one))
                    .subscribe()
                    .with(
                            stored -> one.answer().complete(!stored.isEmpty()),
                            alone -> one.answer().fail(alone));
        }
    }

    private Uni<Set<UUID>> insert(List<Waiting> batch) {
        Tuple columns =
                Tuple.tuple()
                        .addArrayOfUUID(column(batch, Message::id, UUID[]::new))
                        .addArrayOfString(column(batch, Message::source, String[]::new))
                        .addArrayOfString(column(batch, Message::dedupeKey, String[]::new))
                        .addArrayOfString(column(batch, Message::body, String[]::new))
                        .addArrayOfOffsetDateTime(
                                column(
                                        batch,
                                        message -> message.receivedAt().atOffset(ZoneOffset.UTC),
                                        OffsetDateTime[]::new));
        return pool.preparedQuery(STORE).execute(columns).map(InboxIntake::ids);
    }

    private static <T> T[] column(
            List<Waiting> batch, Function<Message, T> value, IntFunction<T[]> array) {
        return batch.stream().map(Waiting::message).map(value).toArray(array);
    }

    private static Set<UUID> ids(RowSet<Row> rows) {
        Set<UUID> ids = new HashSet<>();
        rows.forEach(row -> ids.add(row.getUUID(0)));
        return ids;
    }
}
