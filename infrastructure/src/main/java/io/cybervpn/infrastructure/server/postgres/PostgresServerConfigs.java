package io.cybervpn.infrastructure.server.postgres;

import io.cybervpn.application.server.port.PanelConfigs.OfNode;
import io.cybervpn.application.server.port.ServerConfigs;
import io.cybervpn.domain.server.ServerId;
import io.cybervpn.infrastructure.shared.JsonRows;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;

/**
 * Versions of configurations. The hash is of the text that PostgreSQL makes of a jsonb value, which
 * is the same for the same value.
 */
@Singleton
final class PostgresServerConfigs implements ServerConfigs {
    /** Of several instances that see the same change at once, one adds it: the key is unique. */
    private static final String BRING =
            """
            with seen as (
                select s.id, n.content,
                    encode(sha256(convert_to(n.content::text, 'UTF8')), 'hex') as hash
                from jsonb_to_recordset(cast(cast($2 as text) as jsonb)) as n(node text, content jsonb)
                join server s on s.panel = $1 and s.node_ref = n.node
            ), latest as (
                select distinct on (c.server_id) c.server_id, c.number, c.hash, c.last_seen_at
                from server_config c join seen on seen.id = c.server_id
                order by c.server_id, c.number desc
            ), again as (
                update server_config c set last_seen_at = $3
                from latest l join seen on seen.id = l.server_id and seen.hash = l.hash
                where c.server_id = l.server_id and c.number = l.number and c.last_seen_at < $3
            )
            insert into server_config (server_id, number, hash, first_seen_at, last_seen_at, content)
            select seen.id, coalesce(l.number, 0) + 1, seen.hash, $3, $3, seen.content
            from seen left join latest l on l.server_id = seen.id
            where l.number is null or l.hash <> seen.hash and l.last_seen_at < $3
            order by seen.id
            on conflict (server_id, number) do nothing""";

    private static final String VERSIONS =
            """
            select number, hash, first_seen_at, last_seen_at, content::text as content
            from server_config where server_id = $1 and ($2::integer is null or number < $2)
            order by number desc limit $3""";

    private static final String FORGET =
            """
            delete from server_config c using (
                select server_id, max(number) as newest from server_config group by server_id) m
            where c.server_id = m.server_id and c.number <= m.newest - $1""";

    private final Pool pool;

    @Inject
    PostgresServerConfigs(Pool pool) {
        this.pool = pool;
    }

    @Override
    public Uni<Integer> bring(String panel, List<OfNode> configs, Instant at) {
        JsonRows rows = new JsonRows();
        configs.forEach(
                one ->
                        rows.add()
                                .put("node", one.node())
                                .set("content", ConfigColumns.write(one.config())));
        return rows.isEmpty()
                ? Uni.createFrom().item(0)
                : pool.preparedQuery(BRING)
                        .execute(Tuple.of(panel, rows.toString(), at.atOffset(ZoneOffset.UTC)))
                        .map(RowSet::rowCount);
    }

    @Override
    public Uni<List<Version>> versions(ServerId server, Optional<Integer> before, int limit) {
        return pool.preparedQuery(VERSIONS)
                .execute(Tuple.of(server.value(), before.orElse(null), limit))
                .map(
                        rows ->
                                StreamSupport.stream(rows.spliterator(), false)
                                        .map(PostgresServerConfigs::version)
                                        .toList());
    }

    private static Version version(Row row) {
        return new Version(
                row.getInteger("number"),
                row.getString("hash"),
                row.getOffsetDateTime("first_seen_at").toInstant(),
                row.getOffsetDateTime("last_seen_at").toInstant(),
                ConfigColumns.read(row.getString("content")));
    }

    @Override
    public Uni<Integer> forget(int kept) {
        return pool.preparedQuery(FORGET).execute(Tuple.of(kept)).map(RowSet::rowCount);
    }
}
