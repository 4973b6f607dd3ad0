package io.cybervpn.infrastructure.billing.postgres;

import io.cybervpn.application.billing.OrderView;
import io.cybervpn.application.billing.OrderViews;
import io.cybervpn.application.shared.Page;
import io.cybervpn.domain.billing.OrderId;
import io.cybervpn.domain.billing.OrderStatus;
import io.cybervpn.domain.catalogue.PlanId;
import io.cybervpn.domain.identity.AccountId;
import io.cybervpn.domain.payment.PaymentId;
import io.cybervpn.domain.shared.Asset;
import io.cybervpn.domain.shared.Money;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.net.URI;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Orders joined with their latest payment and the subscription that they opened. */
@Singleton
final class PostgresOrderViews implements OrderViews {
    private static final String COLUMNS =
            """
            select o.id, o.status, o.plan_id, o.term_days, o.asset, o.total_minor,
                   o.created_at, o.expires_at, o.paid_at,
                   coalesce(o.renews, e.subscription_id) as subscription_id,
                   p.id as payment_id, p.provider, p.state,
                   coalesce(c.paid_minor + c.granted_minor, 0) as from_wallet_minor,
                   case when p.state = 'pending' then p.pay_url end as pay_url,
                   case when p.state = 'pending' then p.mini_app_url end as mini_app_url
            from sales_order o
            left join subscription_extension e on e.order_id = o.id
            left join wallet_contribution c on c.subject = o.id and c.state <> 'released'
            left join lateral (select * from payment where subject = o.id
                               order by (id = o.payment_id) desc nulls last, id desc limit 1) p on true
            """;
    private static final String FIND = COLUMNS + "where o.id = $1 and o.account_id = $2";
    private static final String LIST =
            COLUMNS + "where o.account_id = $1 order by o.id desc limit $2 offset $3";
    private static final String COUNT =
            "select count(*) as total from sales_order where account_id = $1";

    private final Pool pool;

    @Inject
    PostgresOrderViews(Pool pool) {
        this.pool = pool;
    }

    @Override
    public Uni<Optional<OrderView>> find(AccountId account, OrderId id) {
        return pool.preparedQuery(FIND)
                .execute(Tuple.of(id.value(), account.value()))
                .map(rows -> stream(rows).findFirst().map(PostgresOrderViews::view));
    }

    @Override
    public Uni<Page<OrderView>> of(AccountId account, Page.Request page) {
        Uni<List<OrderView>> items =
                pool.preparedQuery(LIST)
                        .execute(Tuple.of(account.value(), page.size(), page.offset()))
                        .map(rows -> stream(rows).map(PostgresOrderViews::view).toList());
        return Uni.combine()
                .all()
                .unis(items, total(account, page))
                .with((found, total) -> new Page<>(found, page.number(), page.size(), total));
    }

    private Uni<Optional<Long>> total(AccountId account, Page.Request page) {
        return page.count()
                ? pool.preparedQuery(COUNT)
                        .execute(Tuple.of(account.value()))
                        .map(rows -> stream(rows).findFirst().map(row -> row.getLong("total")))
                : Uni.createFrom().item(Optional.empty());
    }

    private static OrderView view(Row row) {
        return new OrderView(
                new OrderId(row.getUUID("id")),
                OrderStatus.valueOf(row.getString("status").toUpperCase(Locale.ROOT)),
                new PlanId(row.getUUID("plan_id")),
                row.getInteger("term_days"),
                Optional.ofNullable(row.getUUID("subscription_id")),
                money(row, "total_minor"),
                money(row, "from_wallet_minor"),
                instant(row, "created_at").orElseThrow(),
                instant(row, "expires_at").orElseThrow(),
                instant(row, "paid_at"),
                Optional.ofNullable(row.getUUID("payment_id")).map(id -> payment(id, row)));
    }

    private static Money money(Row row, String column) {
        return new Money(row.getLong(column), Asset.of(row.getString("asset")));
    }

    private static OrderView.Payment payment(UUID id, Row row) {
        return new OrderView.Payment(
                new PaymentId(id),
                row.getString("provider"),
                row.getString("state"),
                Optional.ofNullable(row.getString("pay_url")).map(URI::create),
                Optional.ofNullable(row.getString("mini_app_url")).map(URI::create));
    }

    private static Optional<Instant> instant(Row row, String column) {
        return Optional.ofNullable(row.getOffsetDateTime(column)).map(OffsetDateTime::toInstant);
    }

    private static Stream<Row> stream(RowSet<Row> rows) {
        return StreamSupport.stream(rows.spliterator(), false);
    }
}
