package io.cybervpn.infrastructure.subscription.postgres;

import io.cybervpn.domain.billing.OrderId;
import io.cybervpn.domain.catalogue.Boost;
import io.cybervpn.domain.subscription.SubscriptionId;
import io.cybervpn.domain.subscription.model.AddOnTime;
import io.cybervpn.domain.subscription.repository.AddOnTimes;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;

/** Add-ons of subscriptions in the session of the open unit of work. */
@Singleton
final class PostgresAddOnTimes implements AddOnTimes {
    private static final String APPEND =
            """
            insert into subscription_add_on (order_id, subscription_id, kind, amount, days, from_at,
                to_at, over, created_at, updated_at)
            values (:order, :subscription, :kind, :amount, :days, :from, :to, :over, :now, :now)
            on conflict (order_id) do nothing""";
    private static final String OF =
            """
            select order_id, subscription_id, kind, amount, days, from_at, to_at, over
            from subscription_add_on where subscription_id = :subscription order by from_at, order_id""";
    private static final String SAVE =
            """
            update subscription_add_on set to_at = :to, over = :over, updated_at = :now
            where order_id = :order""";
    private static final String END =
            """
            update subscription_add_on set over = true, updated_at = :now
            where order_id in (select order_id from subscription_add_on
                where not over and to_at <= :now order by to_at limit :limit for update skip locked)
            returning subscription_id""";

    @Override
    public Uni<Boolean> append(AddOnTime bought, Instant now) {
        return Panache.getSession()
                .chain(session -> insert(session, bought, now))
                .map(inserted -> inserted == 1);
    }

    private static Uni<Integer> insert(Mutiny.Session session, AddOnTime bought, Instant now) {
        return session.createNativeQuery(APPEND)
                .setParameter("order", bought.order().value())
                .setParameter("subscription", bought.subscription().value())
                .setParameter("kind", bought.boost().kind().code())
                .setParameter("amount", bought.boost().amount())
                .setParameter("days", bought.days())
                .setParameter("from", bought.from())
                .setParameter("to", bought.to())
                .setParameter("over", bought.over())
                .setParameter("now", now)
                .executeUpdate();
    }

    @Override
    public Uni<List<AddOnTime>> of(SubscriptionId subscription) {
        return Panache.getSession()
                .chain(
                        session ->
                                session.createNativeQuery(OF, Object[].class)
                                        .setParameter("subscription", subscription.value())
                                        .getResultList())
                .map(rows -> rows.stream().map(PostgresAddOnTimes::value).toList());
    }

    private static AddOnTime value(Object[] row) {
        return new AddOnTime(
                new OrderId((UUID) row[0]),
                new SubscriptionId((UUID) row[1]),
                new Boost(
                        Boost.Kind.find((String) row[2]).orElseThrow(),
                        ((Number) row[3]).longValue()),
                ((Number) row[4]).intValue(),
                ((OffsetDateTime) row[5]).toInstant(),
                ((OffsetDateTime) row[6]).toInstant(),
                (boolean) row[7]);
    }

    @Override
    public Uni<Void> save(AddOnTime moved, Instant now) {
        return Panache.getSession()
                .chain(
                        session ->
                                session.createNativeQuery(SAVE)
                                        .setParameter("to", moved.to())
                                        .setParameter("over", moved.over())
                                        .setParameter("now", now)
                                        .setParameter("order", moved.order().value())
                                        .executeUpdate())
                .replaceWithVoid();
    }

    @Override
    public Uni<List<SubscriptionId>> end(Instant now, int limit) {
        return Panache.getSession()
                .chain(
                        session ->
                                session.createNativeQuery(END, UUID.class)
                                        .setParameter("now", now)
                                        .setParameter("limit", limit)
                                        .getResultList())
                .map(ids -> ids.stream().map(SubscriptionId::new).toList());
    }
}
