package io.cybervpn.infrastructure.billing.postgres;

import io.cybervpn.domain.billing.OrderId;
import io.cybervpn.domain.billing.model.Order;
import io.cybervpn.domain.billing.model.OrderDetails;
import io.cybervpn.domain.billing.model.Purpose;
import io.cybervpn.domain.billing.repository.Orders;
import io.cybervpn.domain.catalogue.Entitlement;
import io.cybervpn.domain.identity.AccountId;
import io.cybervpn.domain.shared.Limit;
import io.cybervpn.infrastructure.shared.RateArrays;
import io.cybervpn.infrastructure.shared.ResourceColumn;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.Json;
import jakarta.inject.Singleton;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/** Orders in the session of the open unit of work. */
@Singleton
final class PostgresOrders implements Orders {
    /**
     * A plain persist could not say "taken" without breaking the transaction; nor could the foreign
     * key say that the plan is gone: so the plan is held by the same statement.
     */
    private static final String ADD =
            """
            insert into sales_order (id, account_id, request_key, status, payment_method, use_wallet, renews,
                plan_id, plan_code, tier, plan_name, term_days, asset, price_minor, total_minor,
                traffic_limit_bytes, traffic_reset, device_limit, server_groups, resources,
                created_at, expires_at, change_mode, change_assets, change_minor, add_on_id, add_on_kind,
                add_on_amount)
            select :id, :account, :requestKey, 'awaiting_payment', :method, cast(:useWallet as boolean), cast(:renews as uuid),
                p.id, :planCode, :tier, cast(cast(:planName as text) as jsonb),
                cast(:termDays as integer), :asset, cast(:price as bigint),
                cast(:total as bigint), cast(:traffic as bigint), :reset,
                cast(:devices as bigint), cast(:groups as text[]),
                cast(cast(:resources as text) as jsonb),
                cast(:createdAt as timestamptz), cast(:expiresAt as timestamptz),
                cast(:mode as text), cast(:changeAssets as text[]), cast(:changeMinor as bigint[]),
                cast(:addOn as uuid), cast(:addOnKind as text), cast(:addOnAmount as bigint)
            from plan p where p.id = :plan for key share
            on conflict (account_id, request_key) do nothing""";

    private static final String EXPIRE =
            """
            update sales_order set status = 'expired'
            where id = any(:ids) and status = 'awaiting_payment' and expires_at <= :now""";

    private static final String GIVE_UP =
            """
            update sales_order set status = 'expired'
            where account_id = :account and status = 'awaiting_payment'""";

    private static final String REOWN =
            """
            update sales_order set account_id = :into, request_key = 'merged ' || id
            where account_id = :from""";

    @Override
    public Uni<Boolean> add(Order.AwaitingPayment order) {
        return Panache.getSession()
                .chain(session -> insert(session, order.details()))
                .map(inserted -> inserted == 1);
    }

    private static Uni<Integer> insert(Mutiny.Session session, OrderDetails order) {
        Mutiny.MutationQuery insert = session.createNativeQuery(ADD);
        return withAddOn(withChange(withOffer(withRequest(insert, order), order), order), order)
                .executeUpdate();
    }

    private static Mutiny.MutationQuery withAddOn(Mutiny.MutationQuery insert, OrderDetails order) {
        return switch (order.request().purpose()) {
            case Purpose.AddOn(_, var addOn, var boost) ->
                    insert.setParameter("addOn", addOn.value())
                            .setParameter("addOnKind", boost.kind().code())
                            .setParameter("addOnAmount", boost.amount());
            case Purpose.NewSubscription _, Purpose.Renewal _, Purpose.PlanChange _ ->
                    insert.setParameter("addOn", null)
                            .setParameter("addOnKind", null)
                            .setParameter("addOnAmount", null);
        };
    }

    private static Mutiny.MutationQuery withChange(
            Mutiny.MutationQuery insert, OrderDetails order) {
        return switch (order.request().purpose()) {
            case Purpose.PlanChange(_, var mode, _, var rates) ->
                    insert.setParameter("mode", mode.code())
                            .setParameter("changeAssets", RateArrays.assets(rates))
                            .setParameter("changeMinor", RateArrays.minorUnits(rates));
            case Purpose.NewSubscription _, Purpose.Renewal _, Purpose.AddOn _ ->
                    insert.setParameter("mode", null)
                            .setParameter("changeAssets", null)
                            .setParameter("changeMinor", null);
        };
    }

    private static Mutiny.MutationQuery withRequest(
            Mutiny.MutationQuery insert, OrderDetails order) {
        return insert.setParameter("id", order.id().value())
                .setParameter("account", order.request().account().value())
                .setParameter("requestKey", order.request().requestKey())
                .setParameter("method", order.request().paymentMethod())
                .setParameter("useWallet", order.request().useWallet())
                .setParameter("renews", order.request().purpose().renews().orElse(null))
                .setParameter("createdAt", order.createdAt())
                .setParameter("expiresAt", order.expiresAt());
    }

    private static Mutiny.MutationQuery withOffer(Mutiny.MutationQuery insert, OrderDetails order) {
        Entitlement entitlement = order.offer().entitlement();
        return insert.setParameter("plan", order.offer().plan().value())
                .setParameter("planCode", order.offer().planCode())
                .setParameter("tier", order.offer().tier())
                .setParameter("planName", Json.encode(order.offer().nameI18n()))
                .setParameter("termDays", order.offer().termDays())
                .setParameter("asset", order.total().asset().code())
                .setParameter("price", order.offer().price().minorUnits())
                .setParameter("total", order.total().minorUnits())
                .setParameter("traffic", amount(entitlement.trafficBytes()))
                .setParameter("reset", entitlement.reset().code())
                .setParameter("devices", amount(entitlement.devices()))
                .setParameter("groups", entitlement.serverGroups().toArray(String[]::new))
                .setParameter("resources", ResourceColumn.text(entitlement.resources()));
    }

    private static @Nullable Long amount(Limit limit) {
        return switch (limit) {
            case Limit.Unlimited _ -> null;
            case Limit.Of(var amount) -> amount;
        };
    }

    @Override
    public Uni<Optional<Order>> placedBy(AccountId account, String requestKey) {
        return Panache.getSession()
                .chain(
                        session ->
                                session.createSelectionQuery(
                                                "from OrderRow where accountId = :account and"
                                                        + " requestKey = :key",
                                                OrderRow.class)
                                        .setParameter("account", account.value())
                                        .setParameter("key", requestKey)
                                        .getSingleResultOrNull())
                .map(row -> Optional.ofNullable(row).map(OrderRow::toState));
    }

    @Override
    public Uni<Optional<Order>> lock(OrderId id) {
        return Panache.getSession()
                .chain(
                        session ->
                                session.find(
                                        OrderRow.class, id.value(), LockModeType.PESSIMISTIC_WRITE))
                .map(row -> Optional.ofNullable(row).map(OrderRow::toState));
    }

    @Override
    public Uni<Void> save(Order order) {
        return Panache.getSession()
                .chain(session -> session.find(OrderRow.class, order.details().id().value()))
                .invoke(row -> row.fill(order))
                .replaceWithVoid();
    }

    @Override
    public Uni<Integer> expire(List<OrderId> ids, Instant now) {
        UUID[] values = ids.stream().map(OrderId::value).toArray(UUID[]::new);
        return Panache.getSession()
                .chain(
                        session ->
                                session.createNativeQuery(EXPIRE)
                                        .setParameter("ids", values)
                                        .setParameter("now", now)
                                        .executeUpdate());
    }

    @Override
    public Uni<Void> giveUp(AccountId account) {
        return Panache.getSession()
                .chain(
                        session ->
                                session.createNativeQuery(GIVE_UP)
                                        .setParameter("account", account.value())
                                        .executeUpdate())
                .replaceWithVoid();
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
}
