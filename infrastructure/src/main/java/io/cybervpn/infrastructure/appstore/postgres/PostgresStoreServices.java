package io.cybervpn.infrastructure.appstore.postgres;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.cybervpn.domain.appstore.StoreServiceId;
import io.cybervpn.domain.appstore.model.KeptPurchase;
import io.cybervpn.domain.appstore.model.PurchaseKey;
import io.cybervpn.domain.appstore.model.StoreService;
import io.cybervpn.domain.appstore.repository.StoreServices;
import io.cybervpn.domain.catalogue.PlanId;
import io.cybervpn.domain.identity.AccountId;
import io.cybervpn.infrastructure.shared.JsonRows;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** The tables store_service and store_purchase. */
@Singleton
final class PostgresStoreServices implements StoreServices {
    /** "store" in ASCII, and 45, the number of its migration. */
    private static final String HOLD = "select cast(pg_advisory_xact_lock(1937010546, 45) as text)";

    private static final String SERVICE =
            "select s.id, s.account_id, s.plan_id, s.started_at, s.paid_until from store_service s ";
    private static final String OF =
            SERVICE
                    + """
                    where s.account_id = :account or s.id in (
                        select p.service_id from store_purchase p
                        join jsonb_to_recordset(cast(cast(:keys as text) as jsonb))
                            as k (store text, transaction text)
                        on (p.store, p.transaction_id) = (k.store, k.transaction))
                    order by s.started_at, s.id""";
    private static final String LOCK = SERVICE + "where s.id = :id for update";
    private static final String PURCHASES =
            """
            select p.store, p.transaction_id, p.app_user_id, p.service_id, p.product, p.from_at,
                p.until_at, p.refunded_at, p.listed
            from store_purchase p
            join jsonb_to_recordset(cast(cast(:ids as text) as jsonb)) as i (id uuid)
                on p.service_id = i.id""";
    private static final String SAVE =
            """
            insert into store_service (id, account_id, first_account_id, plan_id, started_at,
                paid_until, changed_at)
            select id, account, account, plan, started, until, cast(:now as timestamptz)
            from jsonb_to_recordset(cast(cast(:rows as text) as jsonb))
                as r (id uuid, account uuid, plan uuid, started timestamptz, until timestamptz)
            on conflict (id) do update
            set paid_until = excluded.paid_until, changed_at = excluded.changed_at""";
    private static final String KEEP =
            """
            insert into store_purchase (store, transaction_id, app_user_id, service_id, product,
                from_at, until_at, refunded_at, listed, first_seen_at)
            select store, transaction, who, service, product, since, until, refunded, listed,
                cast(:now as timestamptz)
            from jsonb_to_recordset(cast(cast(:rows as text) as jsonb)) as r (store text,
                transaction text, who text, service uuid, product text, since timestamptz,
                until timestamptz, refunded timestamptz, listed boolean)
            on conflict (store, transaction_id) do update
            set app_user_id = excluded.app_user_id, service_id = excluded.service_id,
                product = excluded.product, until_at = excluded.until_at,
                refunded_at = excluded.refunded_at, listed = excluded.listed""";
    private static final String REOWN =
            "update store_service set account_id = :into where account_id = :from";

    @Override
    public Uni<Void> holdAll() {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(HOLD, String.class).getResultList())
                .replaceWithVoid();
    }

    @Override
    public Uni<List<StoreService>> of(AccountId account, List<PurchaseKey> transactions) {
        JsonRows keys = new JsonRows();
        transactions.forEach(
                key -> keys.add().put("store", key.store()).put("transaction", key.transaction()));
        return list(OF, Map.of("account", account.value(), "keys", keys.toString()))
                .map(rows -> rows.stream().map(PostgresStoreServices::service).toList());
    }

    @Override
    public Uni<List<KeptPurchase>> purchasesOf(List<StoreServiceId> services) {
        JsonRows ids = new JsonRows();
        services.forEach(service -> ids.add().put("id", service.value().toString()));
        return list(PURCHASES, Map.of("ids", ids.toString()))
                .map(rows -> rows.stream().map(PostgresStoreServices::purchase).toList());
    }

    @Override
    public Uni<Void> save(List<StoreService> services, Instant now) {
        JsonRows rows = new JsonRows();
        services.forEach(
                one ->
                        rows.add()
                                .put("id", one.id().value().toString())
                                .put("account", one.account().value().toString())
                                .put("plan", one.plan().value().toString())
                                .put("started", one.startedAt().toString())
                                .put("until", one.paidUntil().toString()));
        return write(SAVE, rows, now);
    }

    @Override
    public Uni<Void> keep(List<KeptPurchase> purchases, Instant now) {
        JsonRows rows = new JsonRows();
        purchases.forEach(one -> fill(rows.add(), one));
        return write(KEEP, rows, now);
    }

    private static void fill(ObjectNode row, KeptPurchase one) {
        row.put("store", one.key().store())
                .put("transaction", one.key().transaction())
                .put("who", one.appUser())
                .put("service", one.service().value().toString())
                .put("product", one.product())
                .put("since", one.from().toString())
                .put("until", one.until().toString())
                .put("listed", one.listed());
        one.refundedAt().ifPresent(at -> row.put("refunded", at.toString()));
    }

    @Override
    public Uni<Optional<StoreService>> lock(StoreServiceId id) {
        return list(LOCK, Map.of("id", id.value()))
                .map(rows -> rows.stream().findFirst().map(PostgresStoreServices::service));
    }

    @Override
    public Uni<Void> reown(AccountId from, AccountId into) {
        return Panache.getSession()
                .chain(
                        session ->
                                session.createNativeQuery(REOWN)
                                        .setParameter("from", from.value())
                                        .setParameter("into", into.value())
                                        .executeUpdate())
                .replaceWithVoid();
    }

    private static Uni<Void> write(String sql, JsonRows rows, Instant now) {
        if (rows.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return Panache.getSession()
                .chain(
                        session ->
                                session.createNativeQuery(sql)
                                        .setParameter("rows", rows.toString())
                                        .setParameter("now", now)
                                        .executeUpdate())
                .replaceWithVoid();
    }

    private static Uni<List<Object[]>> list(String sql, Map<String, Object> parameters) {
        return Panache.getSession()
                .chain(
                        session -> {
                            var query = session.createNativeQuery(sql, Object[].class);
                            parameters.forEach(query::setParameter);
                            return query.getResultList();
                        });
    }

    private static StoreService service(Object[] row) {
        return new StoreService(
                new StoreServiceId((UUID) row[0]),
                new AccountId((UUID) row[1]),
                new PlanId((UUID) row[2]),
                Times.at(row[3]),
                Times.at(row[4]));
    }

    private static KeptPurchase purchase(Object[] row) {
        return new KeptPurchase(
                new PurchaseKey((String) row[0], (String) row[1]),
                (String) row[2],
                new StoreServiceId((UUID) row[3]),
                (String) row[4],
                Times.at(row[5]),
                Times.at(row[6]),
                Times.maybe(row[7]),
                (Boolean) row[8]);
    }
}
