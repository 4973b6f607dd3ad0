package io.cybervpn.infrastructure.audit.postgres;

import io.cybervpn.application.audit.port.AuditLog;
import io.cybervpn.domain.audit.model.ChainedRecord;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Reads the trail by the reactive client, without a session. */
@Singleton
final class PostgresAuditLog implements AuditLog {
    private static final String CHAIN =
            """
            select e.*, l.position, l.hash
            from audit_link l join audit_entry e on e.id = l.entry_id
            where l.position > $1 order by l.position limit $2""";

    private static final String UNCHAINED =
            """
            select e.id from audit_entry e
            where not exists (select 1 from audit_link l where l.entry_id = e.id) limit 1""";

    private final Pool pool;

    @Inject
    PostgresAuditLog(Pool pool) {
        this.pool = pool;
    }

    @Override
    public Uni<List<ChainedRecord>> after(long position, int limit) {
        return pool.preparedQuery(CHAIN)
                .execute(Tuple.of(position, limit))
                .map(rows -> stream(rows).map(AuditRows::chained).toList());
    }

    @Override
    public Uni<List<ChainedRecord>> page(Filter filter, Optional<Cursor> before, int limit) {
        AuditPageSql sql = AuditPageSql.of(filter, before, limit);
        return pool.preparedQuery(sql.text())
                .execute(sql.parameters())
                .map(rows -> stream(rows).map(AuditRows::chained).toList());
    }

    @Override
    public Uni<Optional<UUID>> unchained() {
        return pool.query(UNCHAINED)
                .execute()
                .map(rows -> stream(rows).findFirst().map(row -> row.getUUID("id")));
    }

    private static Stream<Row> stream(RowSet<Row> rows) {
        return StreamSupport.stream(rows.spliterator(), false);
    }
}
