package io.cybervpn.infrastructure.shared;

import io.cybervpn.application.shared.SealedSecrets;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.StreamSupport;

/** Sealed secrets in a column of a table whose key is a UUID. Reads by the pool. */
final class ColumnSecrets implements SealedSecrets {
    private static final UUID LEAST = new UUID(0, 0);

    private final Pool pool;
    private final SealedColumn column;

    ColumnSecrets(Pool pool, SealedColumn column) {
        this.pool = pool;
        this.column = column;
    }

    @Override
    public String kind() {
        return column.kind();
    }

    @Override
    public Uni<List<Sealed>> after(Optional<UUID> id, int limit) {
        return pool.preparedQuery(
                        "select %2$s as id, %3$s as text from %1$s where %2$s > $1 order by 1 limit $2"
                                .formatted(column.table(), column.key(), column.text()))
                .execute(Tuple.of(id.orElse(LEAST), limit))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false))
                .map(rows -> rows.map(this::sealed).toList());
    }

    @Override
    public Uni<Integer> replace(List<Replacement> replacements) {
        JsonRows rows = new JsonRows();
        replacements.forEach(
                each ->
                        rows.add()
                                .put("id", each.old().id().toString())
                                .put("old", each.old().text())
                                .put("text", each.text()));
        if (rows.isEmpty()) {
            return Uni.createFrom().item(0);
        }
        return Panache.getSession()
                .chain(
                        session ->
                                session.createNativeQuery(update())
                                        .setParameter("rows", rows.toString())
                                        .executeUpdate());
    }

    private String update() {
        return """
        update %1$s t set %3$s = r.text
        from jsonb_to_recordset(cast(cast(:rows as text) as jsonb))
            as r(id uuid, old text, text text)
        where t.%2$s = r.id and t.%3$s = r.old"""
                .formatted(column.table(), column.key(), column.text());
    }

    private Sealed sealed(Row row) {
        UUID id = row.getUUID("id");
        return new Sealed(id, column.purpose().apply(id), row.getString("text"));
    }
}
