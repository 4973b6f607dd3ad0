package io.cybervpn.infrastructure.payment.postgres;

import io.cybervpn.domain.payment.model.FormerSecret;
import io.cybervpn.domain.payment.model.GatewayRecord;
import io.cybervpn.domain.payment.model.GatewaySecret;
import io.cybervpn.domain.payment.repository.GatewayRecords;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;

/** A handful of rows: read whole by the pool, written in the session of the unit of work. */
@Singleton
final class PostgresGatewayRecords implements GatewayRecords {
    private static final String ALL =
            """
            select provider, offered, sort_order, label::text as label, limits::text as limits,
                array_to_string(countries, ',') as countries,
                array_to_string(denied_countries, ',') as denied_countries,
                array_to_string(groups, ',') as groups, in_store_apps, fields::text as fields, version
            from payment_gateway""";
    private static final String SECRETS =
            "select id, provider, field, sealed from payment_gateway_secret";
    private static final String LOCK = ALL + " where provider = :provider for no key update";
    private static final String PUT =
            """
            insert into payment_gateway as g (provider, offered, sort_order, label, limits, countries,
                denied_countries, groups, in_store_apps, fields, version, updated_at)
            values (:provider, :offered, :sortOrder, cast(cast(:label as text) as jsonb), cast(cast(:limits as text) as jsonb),
                string_to_array(:countries, ','), string_to_array(:denied, ','),
                string_to_array(:groups, ','), :inStoreApps, cast(cast(:fields as text) as jsonb), :version, :now)
            on conflict (provider) do update set offered = excluded.offered,
                sort_order = excluded.sort_order, label = excluded.label, limits = excluded.limits,
                countries = excluded.countries, denied_countries = excluded.denied_countries,
                groups = excluded.groups, in_store_apps = excluded.in_store_apps,
                fields = excluded.fields, version = excluded.version, updated_at = excluded.updated_at
            where g.version = excluded.version - 1""";
    private static final String PUT_SECRET =
            """
            insert into payment_gateway_secret (id, provider, field, sealed, updated_at)
            values (:id, :provider, :field, :sealed, :now)
            on conflict (provider, field) do update set id = excluded.id, sealed = excluded.sealed,
                updated_at = excluded.updated_at""";
    private static final String REMOVE_SECRET =
            "delete from payment_gateway_secret where provider = :provider and field = :field";

    private static final String FORMERS =
            "select id, provider, field, sealed, until from payment_gateway_former_secret";
    private static final String PUT_FORMER =
            """
            insert into payment_gateway_former_secret (id, provider, field, sealed, until)
            values (:id, :provider, :field, :sealed, :until)
            on conflict (provider, field) do update set id = excluded.id, sealed = excluded.sealed,
                until = excluded.until""";
    private static final String REMOVE_FORMER =
            "delete from payment_gateway_former_secret where provider = :provider and field = :field";
    private static final String DROP_FORMERS =
            "delete from payment_gateway_former_secret where until <= $1";

    private final Pool pool;

    @Inject
    PostgresGatewayRecords(Pool pool) {
        this.pool = pool;
    }

    @Override
    public Uni<List<GatewayRecord>> all() {
        return pool.query(ALL)
                .execute()
                .map(
                        rows ->
                                StreamSupport.stream(rows.spliterator(), false)
                                        .map(GatewayText::read)
                                        .toList());
    }

    @Override
    public Uni<List<GatewaySecret>> secrets() {
        return pool.query(SECRETS)
                .execute()
                .map(
                        rows ->
                                StreamSupport.stream(rows.spliterator(), false)
                                        .map(PostgresGatewayRecords::secret)
                                        .toList());
    }

    private static GatewaySecret secret(Row row) {
        return new GatewaySecret(
                row.getUUID("id"),
                row.getString("provider"),
                row.getString("field"),
                row.getString("sealed"));
    }

    @Override
    public Uni<Optional<GatewayRecord>> lock(String provider) {
        return Panache.getSession()
                .chain(
                        session ->
                                session.createNativeQuery(LOCK, Object[].class)
                                        .setParameter("provider", provider)
                                        .getResultList())
                .map(rows -> rows.stream().findFirst().map(GatewayText::read));
    }

    @Override
    public Uni<Boolean> put(GatewayRecord record, Instant now) {
        return Panache.getSession()
                .chain(
                        session ->
                                GatewayText.fill(session.createNativeQuery(PUT), record)
                                        .setParameter("now", now)
                                        .executeUpdate())
                .map(written -> written == 1);
    }

    @Override
    public Uni<Void> putSecret(GatewaySecret secret, Instant now) {
        return Panache.getSession()
                .chain(
                        session ->
                                session.createNativeQuery(PUT_SECRET)
                                        .setParameter("id", secret.id())
                                        .setParameter("provider", secret.provider())
                                        .setParameter("field", secret.field())
                                        .setParameter("sealed", secret.sealed())
                                        .setParameter("now", now)
                                        .executeUpdate())
                .replaceWithVoid();
    }

    @Override
    public Uni<List<FormerSecret>> formers() {
        return pool.query(FORMERS)
                .execute()
                .map(
                        rows ->
                                StreamSupport.stream(rows.spliterator(), false)
                                        .map(PostgresGatewayRecords::former)
                                        .toList());
    }

    private static FormerSecret former(Row row) {
        return new FormerSecret(
                row.getUUID("id"),
                row.getString("provider"),
                row.getString("field"),
                row.getString("sealed"),
                row.getOffsetDateTime("until").toInstant());
    }

    @Override
    public Uni<Void> putFormer(FormerSecret former) {
        return Panache.getSession()
                .chain(
                        session ->
                                session.createNativeQuery(PUT_FORMER)
                                        .setParameter("id", former.id())
                                        .setParameter("provider", former.provider())
                                        .setParameter("field", former.field())
                                        .setParameter("sealed", former.sealed())
                                        .setParameter("until", former.until())
                                        .executeUpdate())
                .replaceWithVoid();
    }

    @Override
    public Uni<Boolean> removeFormer(String provider, String field) {
        return remove(REMOVE_FORMER, provider, field).map(removed -> removed > 0);
    }

    @Override
    public Uni<Void> dropFormers(Instant now) {
        return pool.preparedQuery(DROP_FORMERS)
                .execute(Tuple.of(now.atOffset(ZoneOffset.UTC)))
                .replaceWithVoid();
    }

    @Override
    public Uni<Void> removeSecret(String provider, String field) {
        return remove(REMOVE_SECRET, provider, field).replaceWithVoid();
    }

    private static Uni<Integer> remove(String sql, String provider, String field) {
        return Panache.getSession()
                .chain(
                        session ->
                                session.createNativeQuery(sql)
                                        .setParameter("provider", provider)
                                        .setParameter("field", field)
                                        .executeUpdate());
    }
}
