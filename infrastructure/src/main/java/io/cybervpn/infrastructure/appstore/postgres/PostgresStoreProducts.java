package io.cybervpn.infrastructure.appstore.postgres;

import io.cybervpn.domain.appstore.model.StoreProduct;
import io.cybervpn.domain.appstore.repository.StoreProducts;
import io.cybervpn.domain.catalogue.PlanId;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The store_product table. */
@Singleton
final class PostgresStoreProducts implements StoreProducts {
    private static final String COLUMNS =
            "select store, product, plan_id, days, updated_at from store_product ";
    private static final String ALL = COLUMNS + "order by store, product limit 1000";
    private static final String LOCK =
            COLUMNS + "where store = :store and product = :product for update";
    private static final String PUT =
            """
            insert into store_product (store, product, plan_id, days, updated_at)
            values (:store, :product, :plan, nullif(:days, 0), :now)
            on conflict (store, product) do update
            set plan_id = excluded.plan_id, days = excluded.days, updated_at = excluded.updated_at""";
    private static final String REMOVE =
            "delete from store_product where store = :store and product = :product";

    @Override
    public Uni<List<StoreProduct>> all() {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(ALL, Object[].class).getResultList())
                .map(rows -> rows.stream().map(PostgresStoreProducts::product).toList());
    }

    @Override
    public Uni<Optional<StoreProduct>> lock(String store, String product) {
        return Panache.getSession()
                .chain(
                        session ->
                                session.createNativeQuery(LOCK, Object[].class)
                                        .setParameter("store", store)
                                        .setParameter("product", product)
                                        .getResultList())
                .map(rows -> rows.stream().findFirst().map(PostgresStoreProducts::product));
    }

    @Override
    public Uni<Void> put(StoreProduct product) {
        return Panache.getSession()
                .chain(
                        session ->
                                session.createNativeQuery(PUT)
                                        .setParameter("store", product.store())
                                        .setParameter("product", product.product())
                                        .setParameter("plan", product.plan().value())
                                        .setParameter("days", product.days().orElse(0))
                                        .setParameter("now", product.updatedAt())
                                        .executeUpdate())
                .replaceWithVoid();
    }

    @Override
    public Uni<Void> remove(String store, String product) {
        return Panache.getSession()
                .chain(
                        session ->
                                session.createNativeQuery(REMOVE)
                                        .setParameter("store", store)
                                        .setParameter("product", product)
                                        .executeUpdate())
                .replaceWithVoid();
    }

    private static StoreProduct product(Object[] row) {
        return new StoreProduct(
                (String) row[0],
                (String) row[1],
                new PlanId((UUID) row[2]),
                Optional.ofNullable((Integer) row[3]),
                Times.at(row[4]));
    }
}
