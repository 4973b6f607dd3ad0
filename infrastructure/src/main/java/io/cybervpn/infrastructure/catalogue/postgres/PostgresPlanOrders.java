package io.cybervpn.infrastructure.catalogue.postgres;

import io.cybervpn.application.catalogue.port.PlanOrders;
import io.cybervpn.domain.catalogue.PlanId;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;

/** Looks into tables of billing and appstore, of which the catalogue itself knows nothing. */
@Singleton
final class PostgresPlanOrders implements PlanOrders {
    private static final String ANY_FOR =
            """
            select exists (select 1 from sales_order where plan_id = :plan)
                or exists (select 1 from store_product where plan_id = :plan)
                or exists (select 1 from store_service where plan_id = :plan)""";

    @Override
    public Uni<Boolean> anyFor(PlanId plan) {
        return Panache.getSession()
                .chain(
                        session ->
                                session.createNativeQuery(ANY_FOR, Boolean.class)
                                        .setParameter("plan", plan.value())
                                        .getSingleResult());
    }
}
