package io.cybervpn.infrastructure.ledger.postgres;

import io.cybervpn.application.ledger.port.LedgerProof;
import io.cybervpn.application.shared.Difference;
import io.cybervpn.infrastructure.shared.LongReads;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.Function;
import java.util.stream.StreamSupport;

/** The proof of the books, computed by the database. */
@Singleton
final class PostgresLedgerProof implements LedgerProof {
    private static final String SIZE =
            """
            select (select count(*) from ledger_transaction) as transactions,
                (select count(*) from ledger_posting) as postings""";
    private static final String BALANCES =
            """
            select account_type, account_owner, asset, sum(minor_units)::bigint as minor_units
            from ledger_posting group by account_type, account_owner, asset
            order by account_type desc, account_owner, asset limit $1""";
    private static final String DIFFERENCES = LedgerRules.statement(LedgerRules.ALL);

    private final Pool pool;

    @Inject
    PostgresLedgerProof(Pool pool) {
        this.pool = pool;
    }

    @Override
    public Uni<Size> size() {
        return LongReads.read(pool, SIZE, Tuple.tuple())
                .map(
                        rows ->
                                list(
                                                rows,
                                                row ->
                                                        new Size(
                                                                row.getLong("transactions"),
                                                                row.getLong("postings")))
                                        .getFirst());
    }

    @Override
    public Uni<List<Balance>> balances(int limit) {
        return LongReads.read(pool, BALANCES, Tuple.of(limit))
                .map(rows -> list(rows, PostgresLedgerProof::balance));
    }

    @Override
    public Uni<List<Difference>> differences(Instant now, Duration grace, int limit) {
        return LongReads.read(
                        pool,
                        DIFFERENCES,
                        Tuple.of(limit, now.minus(grace).atOffset(ZoneOffset.UTC)))
                .map(rows -> list(rows, PostgresLedgerProof::difference));
    }

    private static Balance balance(Row row) {
        return new Balance(
                row.getString("account_type"),
                row.getString("account_owner"),
                row.getString("asset"),
                row.getLong("minor_units"));
    }

    private static Difference difference(Row row) {
        return new Difference(
                row.getString("check"), row.getString("subject"), row.getString("detail"));
    }

    private static <T> List<T> list(RowSet<Row> rows, Function<Row, T> read) {
        return StreamSupport.stream(rows.spliterator(), false).map(read).toList();
    }
}
