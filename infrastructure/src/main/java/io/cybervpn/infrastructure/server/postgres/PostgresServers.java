package io.cybervpn.infrastructure.server.postgres;

import io.cybervpn.domain.server.ServerId;
import io.cybervpn.domain.server.model.Condition;
import io.cybervpn.domain.server.model.Server;
import io.cybervpn.domain.server.repository.Servers;
import io.cybervpn.infrastructure.shared.JsonRows;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;

/** Servers in the session of the open unit of work; any number of them by one statement. */
@Singleton
final class PostgresServers implements Servers {
    private static final UUID FIRST = new UUID(0, 0);

    /**
     * Whoever changes servers of a panel locks them in this order first: nobody waits in a circle.
     */
    private static final String IN_ORDER =
            "select id from server where panel = :panel order by id for update";

    /** Sorted for the same reason: new ones cannot be locked before they are there. */
    private static final String BRING =
            """
            with said as (
                select n.* from jsonb_to_recordset(cast(cast(:rows as text) as jsonb)) as n(id uuid,
                    panel text, node_ref text, name text, address text, port integer, country text,
                    connected boolean, disabled boolean, message text, groups text[],
                    users_online bigint, load_percent integer, traffic_bytes bigint, versions text)
                order by n.panel, n.node_ref),
            written as (
                insert into server as s (id, panel, node_ref, name, address, port, country, connected,
                    disabled, message, groups, users_online, load_percent, traffic_bytes, versions,
                    seen_at, state, reason, since, unknown_since, created_at)
                select id, panel, node_ref, name, address, port, country, connected, disabled, message,
                    groups, users_online, load_percent, traffic_bytes, versions, :at, :state, :reason,
                    :since, :since, :at
                from said
                on conflict (panel, node_ref) do update set name = excluded.name,
                    address = excluded.address, port = excluded.port, country = excluded.country,
                    connected = excluded.connected, disabled = excluded.disabled,
                    message = excluded.message, groups = excluded.groups,
                    users_online = excluded.users_online, load_percent = excluded.load_percent,
                    traffic_bytes = excluded.traffic_bytes, versions = excluded.versions,
                    seen_at = excluded.seen_at
                where s.seen_at < excluded.seen_at
                returning s.id, s.created_at = s.seen_at as fresh)
            select count(*) from written where fresh""";

    private static final String PAGE =
            "select "
                    + ServerColumns.LIST
                    + " from server where panel = :panel and id > :after order by id limit :limit for update";

    private static final String PANELS =
            "select distinct panel from server where gone_since is null order by panel limit 1000";

    private static final String LOCK =
            "select " + ServerColumns.LIST + " from server where id = :id for update";

    private static final String SAVE =
            """
            update server s set state = n.state, reason = n.reason, since = n.since, looks = n.looks,
                looked_at = n.looked_at, unknown_since = n.unknown_since,
                maintenance_since = n.maintenance_since, maintenance_message = n.maintenance_message,
                maintenance_end = n.maintenance_end, gone_since = n.gone_since
            from jsonb_to_recordset(cast(cast(:rows as text) as jsonb)) as n(id uuid, state text,
                reason text, since timestamptz, looks text, looked_at timestamptz,
                unknown_since timestamptz, maintenance_since timestamptz, maintenance_message text,
                maintenance_end timestamptz, gone_since timestamptz)
            where s.id = n.id""";

    private static final String LOG =
            """
            insert into server_state (server_id, at, state, reason)
            select server_id, at, state, reason
            from jsonb_to_recordset(cast(cast(:rows as text) as jsonb))
                as n(server_id uuid, at timestamptz, state text, reason text)
            on conflict (server_id, at) do update set state = excluded.state, reason = excluded.reason""";

    @Override
    public Uni<Integer> bring(List<NodeFacts> nodes, Instant at) {
        if (nodes.isEmpty()) {
            return Uni.createFrom().item(0);
        }
        JsonRows rows = new JsonRows();
        nodes.forEach(facts -> ServerColumns.add(rows, facts));
        Condition fresh = Condition.fresh(at);
        return Panache.getSession()
                .call(session -> lockAll(session, nodes.getFirst().panel()))
                .chain(session -> bring(session, rows, fresh, at))
                .map(Number::intValue);
    }

    private static Uni<List<UUID>> lockAll(Mutiny.Session session, String panel) {
        return session.createNativeQuery(IN_ORDER, UUID.class)
                .setParameter("panel", panel)
                .getResultList();
    }

    private static Uni<Long> bring(
            Mutiny.Session session, JsonRows rows, Condition fresh, Instant at) {
        return session.createNativeQuery(BRING, Long.class)
                .setParameter("rows", rows.toString())
                .setParameter("at", at)
                .setParameter("state", fresh.seen().code())
                .setParameter("reason", fresh.seen().reason())
                .setParameter("since", fresh.seen().since())
                .getSingleResult();
    }

    @Override
    public Uni<List<Server>> lockPage(String panel, Optional<ServerId> after, int limit) {
        UUID last = after.map(ServerId::value).orElse(FIRST);
        return Panache.getSession()
                .chain(
                        session ->
                                session.createNativeQuery(PAGE, Object[].class)
                                        .setParameter("panel", panel)
                                        .setParameter("after", last)
                                        .setParameter("limit", limit)
                                        .getResultList())
                .map(rows -> rows.stream().map(ServerColumns::server).toList());
    }

    @Override
    public Uni<List<String>> panels() {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(PANELS, String.class).getResultList());
    }

    @Override
    public Uni<Optional<Server>> lock(ServerId id) {
        return Panache.getSession()
                .chain(
                        session ->
                                session.createNativeQuery(LOCK, Object[].class)
                                        .setParameter("id", id.value())
                                        .getResultList())
                .map(rows -> rows.stream().findFirst().map(ServerColumns::server));
    }

    @Override
    public Uni<Void> save(List<Server.Moved> moved) {
        JsonRows rows = new JsonRows();
        moved.forEach(one -> ServerColumns.add(rows, one.server()));
        JsonRows log = new JsonRows();
        moved.forEach(one -> one.entry().ifPresent(entry -> add(log, entry)));
        return write(SAVE, rows).chain(() -> write(LOG, log));
    }

    private static void add(JsonRows log, Server.Entry entry) {
        log.add()
                .put("server_id", entry.server().value().toString())
                .put("at", entry.at().toString())
                .put("state", entry.state())
                .put("reason", entry.reason());
    }

    private static Uni<Void> write(String sql, JsonRows rows) {
        return rows.isEmpty()
                ? Uni.createFrom().voidItem()
                : Panache.getSession()
                        .chain(
                                session ->
                                        session.createNativeQuery(sql)
                                                .setParameter("rows", rows.toString())
                                                .executeUpdate())
                        .replaceWithVoid();
    }
}
