package io.cybervpn.infrastructure.catalogue.postgres;

import io.cybervpn.domain.catalogue.PlanId;
import io.cybervpn.domain.catalogue.ProductId;
import io.cybervpn.domain.catalogue.model.Listing;
import io.cybervpn.domain.catalogue.model.Plan;
import io.cybervpn.domain.catalogue.repository.Plans;
import io.cybervpn.domain.catalogue.repository.Written;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.hibernate.reactive.mutiny.Mutiny;

/** Plans by plain SQL in the session of the open unit of work. */
@Singleton
final class PostgresPlans implements Plans {
    private static final String LISTING =
            "select cast(document as text) from plan_listing where plan_id = :id";
    private static final String LOCK = "select id from plan where id = :id for update";
    private static final String ANY_OF =
            "select exists (select 1 from plan where product_id = :product)";
    private static final String REMOVE = "delete from plan where id = :id";

    @Override
    public Uni<Optional<Listing>> listing(PlanId id) {
        return Panache.getSession().chain(session -> listing(session, id));
    }

    private static Uni<Optional<Listing>> listing(Mutiny.Session session, PlanId id) {
        return session.createNativeQuery(LISTING, String.class)
                .setParameter("id", id.value())
                .getResultList()
                .map(rows -> rows.stream().findFirst().map(CatalogueDocument::listing));
    }

    /** The document is read after the lock is held, or it might be older than the lock. */
    @Override
    public Uni<Optional<Plan>> lock(PlanId id) {
        return Panache.getSession()
                .call(session -> lock(session, id))
                .chain(session -> listing(session, id))
                .map(found -> found.map(Listing::plan));
    }

    private static Uni<?> lock(Mutiny.Session session, PlanId id) {
        return session.createNativeQuery(LOCK, UUID.class)
                .setParameter("id", id.value())
                .getResultList();
    }

    @Override
    public Uni<Written> add(Plan plan) {
        return Panache.getSession()
                .chain(session -> write(session, plan, () -> PlanStatements.insert(session, plan)));
    }

    @Override
    public Uni<Written> save(Plan plan) {
        return Panache.getSession()
                .chain(session -> write(session, plan, () -> PlanStatements.update(session, plan)));
    }

    private static Uni<Written> write(
            Mutiny.Session session, Plan plan, Supplier<Uni<Integer>> row) {
        return CodeLocks.write(session, "plan", plan.content().code(), row)
                .call(
                        written ->
                                switch (written) {
                                    case STORED -> replacePrices(session, plan);
                                    case CODE_TAKEN -> Uni.createFrom().voidItem();
                                });
    }

    private static Uni<?> replacePrices(Mutiny.Session session, Plan plan) {
        return PlanStatements.deletePrices(session, plan.id())
                .chain(() -> PlanStatements.insertPrices(session, plan));
    }

    @Override
    public Uni<Void> remove(PlanId id) {
        return Panache.getSession()
                .chain(
                        session ->
                                session.createNativeQuery(REMOVE)
                                        .setParameter("id", id.value())
                                        .executeUpdate())
                .replaceWithVoid();
    }

    @Override
    public Uni<Boolean> anyOf(ProductId product) {
        return Panache.getSession()
                .chain(
                        session ->
                                session.createNativeQuery(ANY_OF, Boolean.class)
                                        .setParameter("product", product.value())
                                        .getSingleResult());
    }
}
