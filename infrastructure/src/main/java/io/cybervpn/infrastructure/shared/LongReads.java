package io.cybervpn.infrastructure.shared;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;

/**
 * Statements that go through whole tables, as the proofs do: in a large shop they take longer than
 * what answers a request ever may.
 */
public final class LongReads {
    /**
     * In PostgreSQL's words. Ends with the transaction, so the connection keeps its usual limit.
     */
    private static final String PATIENCE = "set local statement_timeout = '30min'";

    private LongReads() {}

    /** Reads by one statement in a transaction of its own, which takes at most half an hour. */
    public static Uni<RowSet<Row>> read(Pool pool, String statement, Tuple values) {
        return pool.withTransaction(
                connection ->
                        connection
                                .query(PATIENCE)
                                .execute()
                                .chain(() -> connection.preparedQuery(statement).execute(values)));
    }
}
