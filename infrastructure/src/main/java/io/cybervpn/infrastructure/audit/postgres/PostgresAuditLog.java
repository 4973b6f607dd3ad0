package io.cybervpn.infrastructure.audit.postgres;

import io.cybervpn.application.audit.port.AuditLog;
import io.cybervpn.domain.audit.model.ChainedRecord;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.stream.StreamSupport;

/** Reads the trail by the reactive client, without a session. */
@Singleton
final class PostgresAuditLog implements AuditLog {
    private static final String CHAIN =
            """
            select e.*, l.position, l.hash
            from audit_link l join audit_entry e on e.id = l.entry_id
            where l.position > $1 order by l.position limit $2""";

    private final Pool pool;

    @Inject
    PostgresAuditLog(Pool pool) {
        this.pool = pool;
    }

    @Override
    public Uni<List<ChainedRecord>> after(long position, int limit) {
        return pool.preparedQuery(CHAIN)
                .execute(Tuple.of(position, limit))
                .map(
                        rows ->
                                StreamSupport.stream(rows.spliterator(), false)
                                        .map(AuditRows::chained)
                                        .toList());
    }
}
