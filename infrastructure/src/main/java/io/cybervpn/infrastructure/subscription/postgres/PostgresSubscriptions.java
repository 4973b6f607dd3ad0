package io.cybervpn.infrastructure.subscription.postgres;

import io.cybervpn.domain.billing.OrderId;
import io.cybervpn.domain.identity.AccountId;
import io.cybervpn.domain.shared.Money;
import io.cybervpn.domain.subscription.SubscriptionId;
import io.cybervpn.domain.subscription.model.Deed;
import io.cybervpn.domain.subscription.model.Extension;
import io.cybervpn.domain.subscription.model.Grant;
import io.cybervpn.domain.subscription.model.Halt;
import io.cybervpn.domain.subscription.model.PlanChange;
import io.cybervpn.domain.subscription.model.Subscription;
import io.cybervpn.domain.subscription.model.Worth;
import io.cybervpn.domain.subscription.repository.Subscriptions;
import io.cybervpn.infrastructure.shared.EntityColumns;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;

/** Subscriptions and their history in the session of the open unit of work. */
@Singleton
final class PostgresSubscriptions implements Subscriptions {
    private static final String APPEND =
            """
            insert into subscription_extension
                (order_id, subscription_id, days, paid_at, from_at, to_at, created_at,
                 asset, paid_minor, price_minor)
            values (:order, :subscription, :days, :paidAt, :from, :to, :at,
                cast(:asset as text), cast(:paid as bigint), cast(:price as bigint))
            on conflict (order_id) do nothing""";
    private static final String OF_ORDER =
            "select subscription_id from subscription_extension where order_id = :order";
    private static final String HISTORY =
            "from ExtensionRow where subscriptionId = :id order by seq";
    private static final String EXPIRE =
            """
            update subscription s set status = 'expired', version = s.version + 1
            from (select id from subscription where status = 'active' and expire_at <= :now
                  order by expire_at limit :limit for update skip locked) due
            where s.id = due.id
            returning %s"""
                    .formatted(EntityColumns.of("s", SubscriptionRow.COLUMNS));

    private static final String OWNER = "select account_id from subscription where id = :id";
    private static final String VERSION = "select version from subscription where id = :id";
    private static final String RESUMABLE =
            """
            select %s from subscription where status = 'paused' and resume_by <= :now
            order by resume_by limit :limit for no key update skip locked"""
                    .formatted(SubscriptionRow.COLUMNS);
    private static final String LOCK_ALL =
            """
            select %s from subscription where account_id = :account
            order by id for no key update"""
                    .formatted(SubscriptionRow.COLUMNS);
    private static final String REOWN =
            "update subscription set account_id = :into where account_id = :from";

    @Override
    public Uni<List<Subscription>> lockAllOf(AccountId account) {
        return Panache.getSession()
                .chain(
                        session ->
                                session.createNativeQuery(LOCK_ALL, SubscriptionRow.class)
                                        .setParameter("account", account.value())
                                        .getResultList())
                .map(rows -> rows.stream().map(SubscriptionRow::toState).toList());
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

    @Override
    public Uni<Optional<Subscription>> find(SubscriptionId id) {
        return Panache.getSession()
                .chain(session -> session.find(SubscriptionRow.class, id.value()))
                .map(row -> Optional.ofNullable(row).map(SubscriptionRow::toState));
    }

    @Override
    public Uni<Optional<Subscription>> lock(SubscriptionId id) {
        return Panache.getSession()
                .chain(
                        session ->
                                session.find(
                                        SubscriptionRow.class,
                                        id.value(),
                                        LockModeType.PESSIMISTIC_WRITE))
                .map(row -> Optional.ofNullable(row).map(SubscriptionRow::toState));
    }

    @Override
    public Uni<Void> add(Subscription subscription) {
        return Panache.getSession()
                .chain(session -> session.persist(SubscriptionRow.of(subscription)));
    }

    @Override
    public Uni<Void> save(Subscription subscription) {
        UUID id = subscription.service().id().value();
        return Panache.getSession()
                .chain(session -> session.find(SubscriptionRow.class, id))
                .invoke(row -> row.fill(subscription))
                .replaceWithVoid();
    }

    @Override
    public Uni<Boolean> append(Extension extension) {
        return Panache.getSession()
                .chain(session -> insert(session, extension))
                .map(inserted -> inserted == 1);
    }

    private static Uni<Integer> insert(Mutiny.Session session, Extension extension) {
        Worth worth = extension.worth();
        return session.createNativeQuery(APPEND)
                .setParameter("order", extension.order().value())
                .setParameter("subscription", extension.subscription().value())
                .setParameter("days", extension.days())
                .setParameter("paidAt", extension.paidAt())
                .setParameter("from", extension.from())
                .setParameter("to", extension.to())
                .setParameter("at", extension.at())
                .setParameter("asset", worth.paid().map(money -> money.asset().code()).orElse(null))
                .setParameter("paid", worth.paid().map(Money::minorUnits).orElse(null))
                .setParameter("price", worth.price().map(Money::minorUnits).orElse(null))
                .executeUpdate();
    }

    @Override
    public Uni<Boolean> append(PlanChange change) {
        return Deeds.append(change);
    }

    @Override
    public Uni<Boolean> append(Grant grant) {
        return FreeDeeds.append(grant);
    }

    @Override
    public Uni<Void> append(Halt halt) {
        return FreeDeeds.append(halt);
    }

    @Override
    public Uni<Optional<Grant>> granted(String key) {
        return FreeDeeds.granted(key);
    }

    @Override
    public Uni<Optional<AccountId>> ownerOf(SubscriptionId id) {
        return Panache.getSession()
                .chain(
                        session ->
                                session.createNativeQuery(OWNER, UUID.class)
                                        .setParameter("id", id.value())
                                        .getResultList())
                .map(ids -> ids.stream().findFirst().map(AccountId::new));
    }

    @Override
    public Uni<Long> version(SubscriptionId id) {
        return Panache.getSession()
                .chain(
                        session ->
                                session.createNativeQuery(VERSION, Long.class)
                                        .setParameter("id", id.value())
                                        .getSingleResult());
    }

    @Override
    public Uni<List<Subscription>> lockResumable(Instant now, int limit) {
        return Panache.getSession()
                .chain(
                        session ->
                                session.createNativeQuery(RESUMABLE, SubscriptionRow.class)
                                        .setParameter("now", now)
                                        .setParameter("limit", limit)
                                        .getResultList())
                .map(rows -> rows.stream().map(SubscriptionRow::toState).toList());
    }

    @Override
    public Uni<List<Deed>> deedsOf(SubscriptionId id) {
        return Deeds.of(id.value());
    }

    @Override
    public Uni<Optional<SubscriptionId>> ofOrder(OrderId order) {
        return Panache.getSession()
                .chain(
                        session ->
                                session.createNativeQuery(OF_ORDER, UUID.class)
                                        .setParameter("order", order.value())
                                        .getResultList())
                .map(ids -> ids.stream().findFirst().map(SubscriptionId::new));
    }

    @Override
    public Uni<List<Extension>> historyOf(SubscriptionId id) {
        return Panache.getSession()
                .chain(
                        session ->
                                session.createSelectionQuery(HISTORY, ExtensionRow.class)
                                        .setParameter("id", id.value())
                                        .getResultList())
                .map(rows -> rows.stream().map(ExtensionRow::toValue).toList());
    }

    @Override
    public Uni<List<Subscription.Expired>> expireDue(Instant now, int limit) {
        return Panache.getSession()
                .chain(
                        session ->
                                session.createNativeQuery(EXPIRE, SubscriptionRow.class)
                                        .setParameter("now", now)
                                        .setParameter("limit", limit)
                                        .getResultList())
                .map(rows -> rows.stream().map(PostgresSubscriptions::ended).toList());
    }

    private static Subscription.Expired ended(SubscriptionRow row) {
        return switch (row.toState()) {
            case Subscription.Expired expired -> expired;
            case Subscription.Active other ->
                    throw new IllegalStateException(other + " was just expired");
            case Subscription.Paused other ->
                    throw new IllegalStateException(other + " was just expired");
            case Subscription.Suspended other ->
                    throw new IllegalStateException(other + " was just expired");
            case Subscription.Terminated other ->
                    throw new IllegalStateException(other + " was just expired");
        };
    }
}
