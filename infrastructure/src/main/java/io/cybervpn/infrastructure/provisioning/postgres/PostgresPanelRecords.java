package io.cybervpn.infrastructure.provisioning.postgres;

import io.cybervpn.domain.provisioning.PanelId;
import io.cybervpn.domain.provisioning.model.Panel;
import io.cybervpn.domain.provisioning.model.PanelSecret;
import io.cybervpn.domain.provisioning.repository.PanelRecords;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** A handful of rows: read whole by the pool, written in the session of the unit of work. */
@Singleton
final class PostgresPanelRecords implements PanelRecords {
    private static final String COLUMNS =
            """
            select id, name, kind, address, region, weight, users_max, groups::text as groups, state,
                calls_per_second, version from panel""";
    private static final String LOCK = COLUMNS + " where id = :id for no key update";
    private static final String SECRETS = "select id, panel_id, field, sealed from panel_secret";
    private static final String USERS =
            "select panel_id, count(*) as users from access group by panel_id";

    /** Names are unique: a plain insert could not say "taken" without breaking the transaction. */
    private static final String ADD =
            """
            insert into panel (id, name, kind, address, region, weight, users_max, groups, state,
                calls_per_second, version, updated_at)
            values (:id, :name, :kind, :address, :region, :weight, cast(:usersMax as bigint),
                cast(cast(:groups as text) as jsonb), :state, :calls, :version, :now)
            on conflict do nothing""";

    private static final String PUT =
            """
            update panel set name = :name, kind = :kind, address = :address, region = :region, weight = :weight,
                users_max = cast(:usersMax as bigint), groups = cast(cast(:groups as text) as jsonb),
                state = :state, calls_per_second = :calls, version = :version, updated_at = :now
            where id = :id and version = :version - 1
              and not exists (select 1 from panel other where other.name = :name and other.id <> :id)""";
    private static final String PUT_SECRET =
            """
            insert into panel_secret (id, panel_id, field, sealed, updated_at)
            values (:id, :panel, :field, :sealed, :now)
            on conflict (panel_id, field) do update set id = excluded.id, sealed = excluded.sealed,
                updated_at = excluded.updated_at""";
    private static final String REMOVE_SECRET =
            "delete from panel_secret where panel_id = :panel and field = :field";

    private final Pool pool;

    @Inject
    PostgresPanelRecords(Pool pool) {
        this.pool = pool;
    }

    @Override
    public Uni<List<Panel>> all() {
        return pool.query(COLUMNS + " order by id")
                .execute()
                .map(
                        rows ->
                                StreamSupport.stream(rows.spliterator(), false)
                                        .map(PanelRows::read)
                                        .toList());
    }

    @Override
    public Uni<List<PanelSecret>> secrets() {
        return pool.query(SECRETS)
                .execute()
                .map(
                        rows ->
                                StreamSupport.stream(rows.spliterator(), false)
                                        .map(PostgresPanelRecords::secret)
                                        .toList());
    }

    private static PanelSecret secret(Row row) {
        return new PanelSecret(
                row.getUUID("id"),
                new PanelId(row.getUUID("panel_id")),
                row.getString("field"),
                row.getString("sealed"));
    }

    @Override
    public Uni<Map<PanelId, Long>> users() {
        return pool.query(USERS)
                .execute()
                .map(
                        rows ->
                                StreamSupport.stream(rows.spliterator(), false)
                                        .collect(
                                                Collectors.toMap(
                                                        row -> new PanelId(row.getUUID("panel_id")),
                                                        row -> row.getLong("users"))));
    }

    @Override
    public Uni<Optional<Panel>> lock(PanelId id) {
        return Panache.getSession()
                .chain(
                        session ->
                                session.createNativeQuery(LOCK, Object[].class)
                                        .setParameter("id", id.value())
                                        .getResultList())
                .map(rows -> rows.stream().findFirst().map(PanelRows::read));
    }

    @Override
    public Uni<Boolean> add(Panel panel, Instant now) {
        return write(ADD, panel, now);
    }

    @Override
    public Uni<Boolean> put(Panel panel, Instant now) {
        return write(PUT, panel, now);
    }

    private static Uni<Boolean> write(String sql, Panel panel, Instant now) {
        return Panache.getSession()
                .chain(
                        session ->
                                PanelRows.fill(session.createNativeQuery(sql), panel)
                                        .setParameter("now", now)
                                        .executeUpdate())
                .map(written -> written == 1);
    }

    @Override
    public Uni<Void> putSecret(PanelSecret secret, Instant now) {
        return Panache.getSession()
                .chain(
                        session ->
                                session.createNativeQuery(PUT_SECRET)
                                        .setParameter("id", secret.id())
                                        .setParameter("panel", secret.panel().value())
                                        .setParameter("field", secret.field())
                                        .setParameter("sealed", secret.sealed())
                                        .setParameter("now", now)
                                        .executeUpdate())
                .replaceWithVoid();
    }

    @Override
    public Uni<Void> removeSecret(PanelId panel, String field) {
        return Panache.getSession()
                .chain(
                        session ->
                                session.createNativeQuery(REMOVE_SECRET)
                                        .setParameter("panel", panel.value())
                                        .setParameter("field", field)
                                        .executeUpdate())
                .replaceWithVoid();
    }
}
