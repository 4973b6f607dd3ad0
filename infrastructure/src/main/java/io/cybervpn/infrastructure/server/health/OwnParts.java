package io.cybervpn.infrastructure.server.health;

import io.cybervpn.application.server.port.PartsHealth;
import io.quarkus.redis.datasource.ReactiveRedisDataSource;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Asks database and Valkey for a word, and counts what waits in the queues. */
@Singleton
final class OwnParts implements PartsHealth {
    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final long LATE_SECONDS = 300;
    private static final String QUEUES =
            """
            select 'outbox' as name, (select count(*) from (select 1 from outbox
                    where status = 'pending' limit 10001) o) as waiting,
                (select coalesce(extract(epoch from now() - min(next_attempt_at)), 0)::bigint from outbox
                    where status = 'pending' and next_attempt_at <= now()) as late,
                (select count(*) from outbox where status = 'parked') as parked
            union all
            select 'inbox', (select count(*) from (select 1 from inbox
                    where status = 'received' limit 10001) i),
                (select coalesce(extract(epoch from now() - min(next_attempt_at)), 0)::bigint from inbox
                    where status = 'received' and next_attempt_at <= now()), 0
            union all
            select 'access', (select count(*) from (select 1 from access
                    where next_attempt_at is not null limit 10001) a),
                (select coalesce(extract(epoch from now() - min(next_attempt_at)), 0)::bigint from access
                    where next_attempt_at <= now()),
                (select count(*) from access where status = 'parked')""";

    private final Pool pool;
    private final ReactiveRedisDataSource valkey;

    @Inject
    OwnParts(Pool pool, ReactiveRedisDataSource valkey) {
        this.pool = pool;
        this.valkey = valkey;
    }

    @Override
    public Uni<List<Part>> parts() {
        return Uni.combine()
                .all()
                .unis(
                        asked("database", () -> pool.query("select 1").execute()),
                        asked("valkey", () -> valkey.execute("PING")),
                        queues())
                .with(OwnParts::all);
    }

    private static List<Part> all(Part database, Part valkey, List<Part> queues) {
        return Stream.concat(Stream.of(database, valkey), queues.stream()).toList();
    }

    private static Uni<Part> asked(String kind, Supplier<Uni<?>> question) {
        return Uni.createFrom()
                .deferred(
                        () -> {
                            long begun = System.nanoTime();
                            return question.get().map(_ -> up(kind, begun));
                        })
                .ifNoItem()
                .after(PATIENCE)
                .fail()
                .onFailure()
                .recoverWithItem(
                        failure ->
                                new Part(
                                        kind,
                                        kind,
                                        State.DOWN,
                                        failure.getClass().getSimpleName(),
                                        Optional.empty()));
    }

    private static Part up(String kind, long begun) {
        long millis = Duration.ofNanos(System.nanoTime() - begun).toMillis();
        return new Part(kind, kind, State.UP, "", Optional.of(millis));
    }

    private Uni<List<Part>> queues() {
        return pool.query(QUEUES)
                .execute()
                .map(
                        rows ->
                                StreamSupport.stream(rows.spliterator(), false)
                                        .map(OwnParts::queue)
                                        .toList())
                .ifNoItem()
                .after(PATIENCE)
                .fail()
                .onFailure()
                .recoverWithItem(
                        List.of(
                                new Part(
                                        "queue",
                                        "all",
                                        State.UNKNOWN,
                                        "the database does not say",
                                        Optional.empty())));
    }

    private static Part queue(Row row) {
        long waiting = row.getLong("waiting");
        long late = row.getLong("late");
        long parked = row.getLong("parked");
        State state = late > LATE_SECONDS || parked > 0 ? State.DEGRADED : State.UP;
        String detail = "%d waiting, %d s late, %d parked".formatted(waiting, late, parked);
        return new Part("queue", row.getString("name"), state, detail, Optional.empty());
    }
}
