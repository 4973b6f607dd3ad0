package io.cybervpn.infrastructure.subscription.postgres;

import io.cybervpn.domain.billing.OrderId;
import io.cybervpn.domain.payment.RefundId;
import io.cybervpn.domain.shared.Asset;
import io.cybervpn.domain.shared.Money;
import io.cybervpn.domain.subscription.SubscriptionId;
import io.cybervpn.domain.subscription.model.Return;
import io.cybervpn.domain.subscription.repository.Returns;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;

/** Returns in the session of the open unit of work. */
@Singleton
final class PostgresReturns implements Returns {
    private static final String SUBSCRIPTION =
            """
            select subscription_id from subscription_extension where order_id = :order
            union all select subscription_id from subscription_add_on where order_id = :order""";
    private static final String NOTE =
            """
            insert into subscription_return
                (refund_id, order_id, asset, returned_minor, total_minor, undone, at)
            values (:refund, :order, :asset, :returned, :total, :undone, :at)
            on conflict (refund_id) do update set undone = subscription_return.undone or excluded.undone""";
    private static final String OF =
            """
            select r.refund_id, r.order_id, r.asset, r.returned_minor, r.total_minor, r.undone, r.at
            from subscription_return r
            where r.order_id in (
                select order_id from subscription_extension where subscription_id = :subscription
                union all select order_id from subscription_add_on where subscription_id = :subscription)
            order by r.at, r.refund_id""";

    @Override
    public Uni<Optional<SubscriptionId>> subscriptionOf(OrderId order) {
        return Panache.getSession()
                .chain(
                        session ->
                                session.createNativeQuery(SUBSCRIPTION, UUID.class)
                                        .setParameter("order", order.value())
                                        .getResultList())
                .map(ids -> ids.stream().findFirst().map(SubscriptionId::new));
    }

    @Override
    public Uni<Void> note(Return returned) {
        return Panache.getSession().chain(session -> insert(session, returned)).replaceWithVoid();
    }

    private static Uni<Integer> insert(Mutiny.Session session, Return returned) {
        return session.createNativeQuery(NOTE)
                .setParameter("refund", returned.refund().value())
                .setParameter("order", returned.order().value())
                .setParameter("asset", returned.total().asset().code())
                .setParameter("returned", returned.amount().minorUnits())
                .setParameter("total", returned.total().minorUnits())
                .setParameter("undone", returned.undone())
                .setParameter("at", returned.at())
                .executeUpdate();
    }

    @Override
    public Uni<List<Return>> of(SubscriptionId subscription) {
        return Panache.getSession()
                .chain(
                        session ->
                                session.createNativeQuery(OF, Object[].class)
                                        .setParameter("subscription", subscription.value())
                                        .getResultList())
                .map(rows -> rows.stream().map(PostgresReturns::returned).toList());
    }

    private static Return returned(Object[] row) {
        Asset asset = Asset.of((String) row[2]);
        return new Return(
                new RefundId((UUID) row[0]),
                new OrderId((UUID) row[1]),
                new Money(((Number) row[3]).longValue(), asset),
                new Money(((Number) row[4]).longValue(), asset),
                (boolean) row[5],
                ((OffsetDateTime) row[6]).toInstant());
    }
}
