package io.cybervpn.infrastructure.appstore.postgres;

import io.cybervpn.application.appstore.port.StorePurchaseViews;
import io.cybervpn.application.shared.Page;
import io.cybervpn.domain.appstore.StoreServiceId;
import io.cybervpn.domain.catalogue.PlanId;
import io.cybervpn.domain.identity.AccountId;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Purchases of stores by one prepared statement on the pool. */
@Singleton
final class PostgresStorePurchaseViews implements StorePurchaseViews {
    private static final String FROM =
            """
            from store_purchase p join store_service s on s.id = p.service_id
            where ($1::uuid is null or s.account_id = $1)
            """;
    private static final String LIST =
            """
            select p.store, p.transaction_id, p.product, s.account_id, p.service_id, s.plan_id,
                p.from_at, p.until_at, p.refunded_at, p.listed
            """
                    + FROM
                    + "order by p.first_seen_at desc, p.store, p.transaction_id limit $2 offset $3";
    private static final String COUNT =
            "select count(*) as total from (select 1 "
                    + FROM
                    + " limit "
                    + Page.COUNTED_MAX
                    + ") counted";

    private final Pool pool;

    @Inject
    PostgresStorePurchaseViews(Pool pool) {
        this.pool = pool;
    }

    @Override
    public Uni<Page<StorePurchaseView>> page(Optional<AccountId> account, Page.Request page) {
        Uni<List<StorePurchaseView>> items =
                pool.preparedQuery(LIST)
                        .execute(
                                Tuple.of(
                                        account.map(AccountId::value).orElse(null),
                                        page.size(),
                                        page.offset()))
                        .map(rows -> stream(rows).map(PostgresStorePurchaseViews::view).toList());
        return Uni.combine()
                .all()
                .unis(items, total(account, page))
                .with((found, total) -> Page.counted(found, page, total));
    }

    private Uni<Optional<Long>> total(Optional<AccountId> account, Page.Request page) {
        return page.count()
                ? pool.preparedQuery(COUNT)
                        .execute(Tuple.of(account.map(AccountId::value).orElse(null)))
                        .map(rows -> stream(rows).findFirst().map(row -> row.getLong("total")))
                : Uni.createFrom().item(Optional.empty());
    }

    private static StorePurchaseView view(Row row) {
        return new StorePurchaseView(
                row.getString("store"),
                row.getString("transaction_id"),
                row.getString("product"),
                new AccountId(row.getUUID("account_id")),
                new StoreServiceId(row.getUUID("service_id")),
                new PlanId(row.getUUID("plan_id")),
                instant(row, "from_at"),
                instant(row, "until_at"),
                Optional.ofNullable(row.getOffsetDateTime("refunded_at"))
                        .map(OffsetDateTime::toInstant),
                row.getBoolean("listed"));
    }

    private static Instant instant(Row row, String column) {
        return row.getOffsetDateTime(column).toInstant();
    }

    private static Stream<Row> stream(RowSet<Row> rows) {
        return StreamSupport.stream(rows.spliterator(), false);
    }
}
