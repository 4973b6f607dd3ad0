package io.cybervpn.infrastructure.shared;

import io.cybervpn.application.shared.Inbox.Message;
import io.smallrye.mutiny.Uni;
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
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
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
    private static final Uni<Set<UUID>> NOTHING = Uni.createFrom().item(Set.of());

    /**
     * Keys are inserted in one order, so that the statements of two instances never wait for each
     * other.
     */
    private static final String STORE =
            """
            insert into inbox (id, source, dedupe_key, body, next_attempt_at, received_at,
                by_former_secret)
            select p.id, p.source, p.dedupe_key, p.body, p.at, p.at, p.former
            from unnest($1::uuid[], $2::text[], $3::text[], $4::text[], $5::timestamptz[],
                $6::boolean[]) as p(id, source, dedupe_key, body, at, former)
            order by p.source, p.dedupe_key
            on conflict (source, dedupe_key) do nothing returning id""";

    /** Pushes that go together, as soon as those before them are through. */
    private final class Batch {
        private final List<Message> messages = new ArrayList<>();
        private final AtomicReference<Uni<Set<UUID>>> before;
        private final Uni<Set<UUID>> stored;

        Batch(Uni<Set<UUID>> before) {
            this.before = new AtomicReference<>(before);
            this.stored =
                    Uni.createFrom()
                            .deferred(() -> this.before.getAndSet(NOTHING))
                            .onItemOrFailure()
                            .transformToUni((_, _) -> insert(close(this)))
                            .memoize()
                            .indefinitely();
        }

        Uni<Boolean> storedOf(Message message) {
            return stored.map(ids -> ids.contains(message.id()))
                    .onFailure(_ -> messages.size() > 1)
                    .recoverWithUni(_ -> insert(List.of(message)).map(ids -> !ids.isEmpty()));
        }
    }

    private final Pool pool;
    private Batch open = new Batch(NOTHING);

    @Inject
    InboxIntake(Pool pool) {
        this.pool = pool;
    }

    /** True when it is stored now, false when it was before; durable either way. */
    Uni<Boolean> store(Message message) {
        Uni<Boolean> stored = Uni.createFrom().deferred(() -> join(message).storedOf(message));
        Context caller = Vertx.currentContext();
        return caller == null
                ? stored
                : stored.emitOn(command -> caller.runOnContext(_ -> command.run()));
    }

    private synchronized Batch join(Message message) {
        Batch joined = open;
        joined.messages.add(message);
        if (joined.messages.size() == BATCH_MAX) {
            open = new Batch(joined.stored);
        }
        return joined;
    }

    /** From here on pushes wait for the next batch, which begins when this one is through. */
    private synchronized List<Message> close(Batch batch) {
        if (batch == open) {
            open = new Batch(batch.stored);
        }
        return batch.messages;
    }

    private Uni<Set<UUID>> insert(List<Message> batch) {
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
                                        OffsetDateTime[]::new))
                        .addArrayOfBoolean(column(batch, Message::byFormer, Boolean[]::new));
        return pool.preparedQuery(STORE).execute(columns).map(InboxIntake::ids);
    }

    private static <T> T[] column(
            List<Message> batch, Function<Message, T> value, IntFunction<T[]> array) {
        return batch.stream().map(value).toArray(array);
    }

    private static Set<UUID> ids(RowSet<Row> rows) {
        Set<UUID> ids = new HashSet<>();
        rows.forEach(row -> ids.add(row.getUUID(0)));
        return ids;
    }
}
