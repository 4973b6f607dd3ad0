package io.cybervpn.infrastructure.shared;

import io.cybervpn.application.shared.IdempotencyKeys;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.ZoneOffset;

/** Idempotency keys by a primary key, never by look-then-insert. */
@Singleton
final class PostgresIdempotencyKeys implements IdempotencyKeys {
    private static final String BEGIN =
            """
            insert into idempotency_key (scope, key, request_hash, begun_at) values ($1, $2, $3, $4)
            on conflict (scope, key) do update set begun_at = excluded.begun_at
            where idempotency_key.status is null and idempotency_key.begun_at < $5
              and idempotency_key.request_hash = excluded.request_hash
            returning scope""";
    private static final String FIND =
            "select request_hash, status, body from idempotency_key where scope = $1 and key = $2";
    private static final String COMPLETE =
            """
            update idempotency_key set status = $3, body = $4, completed_at = $5
            where scope = $1 and key = $2 and status is null""";
    private static final String FORGET =
            "delete from idempotency_key where scope = $1 and key = $2 and status is null";

    private final Pool pool;

    @Inject
    PostgresIdempotencyKeys(Pool pool) {
        this.pool = pool;
    }

    @Override
    public Uni<Standing> begin(Call call, Instant now) {
        Tuple parameters =
                Tuple.of(
                        call.scope(),
                        call.key(),
                        call.requestHash(),
                        now.atOffset(ZoneOffset.UTC),
                        now.minus(DEAD_AFTER).atOffset(ZoneOffset.UTC));
        return pool.preparedQuery(BEGIN)
                .execute(parameters)
                .chain(
                        rows ->
                                rows.rowCount() == 1
                                        ? Uni.createFrom().item(new Standing.Begun())
                                        : pool.preparedQuery(FIND)
                                                .execute(Tuple.of(call.scope(), call.key()))
                                                .map(found -> standing(call, found)));
    }

    @Override
    public Uni<Void> complete(Call call, int status, String body, Instant now) {
        return pool.preparedQuery(COMPLETE)
                .execute(
                        Tuple.of(
                                call.scope(),
                                call.key(),
                                status,
                                body,
                                now.atOffset(ZoneOffset.UTC)))
                .replaceWithVoid();
    }

    @Override
    public Uni<Void> forget(Call call) {
        return pool.preparedQuery(FORGET)
                .execute(Tuple.of(call.scope(), call.key()))
                .replaceWithVoid();
    }

    /** A row that vanished in between was forgotten by its doer: the caller may come again. */
    private static Standing standing(Call call, RowSet<Row> rows) {
        for (Row row : rows) {
            if (!row.getString("request_hash").equals(call.requestHash())) {
                return new Standing.Reused();
            }
            Integer status = row.getInteger("status");
            return status == null
                    ? new Standing.InProgress()
                    : new Standing.Done(status, row.getString("body"));
        }
        return new Standing.InProgress();
    }
}
