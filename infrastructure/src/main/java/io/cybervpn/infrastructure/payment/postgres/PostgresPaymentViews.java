package io.cybervpn.infrastructure.payment.postgres;

import io.cybervpn.application.payment.PaymentFilter;
import io.cybervpn.application.payment.PaymentRecord;
import io.cybervpn.application.payment.PaymentView;
import io.cybervpn.application.payment.PaymentViews;
import io.cybervpn.application.shared.Page;
import io.cybervpn.domain.identity.AccountId;
import io.cybervpn.domain.payment.PaymentId;
import io.cybervpn.domain.shared.Asset;
import io.cybervpn.domain.shared.Money;
import io.cybervpn.infrastructure.shared.Conditions;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.net.URI;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.StreamSupport;

/** Payments read without a session; ids are UUIDv7, so their order is that of time. */
@Singleton
final class PostgresPaymentViews implements PaymentViews {
    private static final String SELECT =
            """
            select id, subject, payer, provider, state, amount_minor, asset,
                case when state = 'pending' then pay_url end as pay_url,
                case when state = 'pending' then mini_app_url end as mini_app_url,
                subscription_days, created_at, paid_at,
                provider_reference, received_minor, received_asset, reason,
                (select coalesce(sum(r.sale_minor + r.wallet_minor + r.unallocated_minor), 0)::bigint
                    from refund r
                    where r.payment_id = payment.id and r.asset = payment.asset
                        and r.state not in ('reported', 'failed')) as refunded_minor
            from payment where\s""";
    private static final String LATEST =
            SELECT
                    + "subject = $1 order by (state = 'captured' and provider <> 'wallet') desc,"
                    + " id desc limit 1";
    private static final String FIND = SELECT + "id = $1";
    private static final String COUNT =
            "select count(*) as total from (select 1 from payment where %s limit "
                    + Page.COUNTED_MAX
                    + ") counted";

    private final Pool pool;

    @Inject
    PostgresPaymentViews(Pool pool) {
        this.pool = pool;
    }

    @Override
    public Uni<Optional<PaymentView>> latestOf(UUID subject) {
        return first(LATEST, subject);
    }

    @Override
    public Uni<Optional<PaymentView>> find(PaymentId payment) {
        return first(FIND, payment.value());
    }

    @Override
    public Uni<Page<PaymentView>> ofPayer(AccountId payer, Page.Request page) {
        return page(own(payer), own(payer), page).map(PostgresPaymentViews::views);
    }

    private static Conditions own(AccountId payer) {
        Conditions own = new Conditions();
        own.add("payer = " + own.next(payer.value()));
        return own;
    }

    @Override
    public Uni<Page<PaymentRecord>> all(PaymentFilter filter, Page.Request page) {
        return page(PaymentConditions.of(filter), PaymentConditions.afterPlace(filter), page)
                .map(PostgresPaymentViews::records);
    }

    private Uni<Optional<PaymentView>> first(String sql, UUID parameter) {
        return pool.preparedQuery(sql)
                .execute(Tuple.of(parameter))
                .map(rows -> list(rows).stream().findFirst().map(PostgresPaymentViews::view));
    }

    /** The total counts all; the page is of those that follow a place. */
    private Uni<Page<Row>> page(Conditions all, Conditions following, Page.Request page) {
        String sql = SELECT + following.text() + following.bounds("id desc", page);
        Uni<List<Row>> items =
                pool.preparedQuery(sql)
                        .execute(following.parameters())
                        .map(PostgresPaymentViews::list);
        return Uni.combine()
                .all()
                .unis(items, total(all, page))
                .with((rows, total) -> Page.counted(rows, page, total));
    }

    private Uni<Optional<Long>> total(Conditions all, Page.Request page) {
        return page.count()
                ? pool.preparedQuery(COUNT.formatted(all.text()))
                        .execute(all.parameters())
                        .map(rows -> Optional.of(rows.iterator().next().getLong("total")))
                : Uni.createFrom().item(Optional.empty());
    }

    private static List<Row> list(RowSet<Row> rows) {
        return StreamSupport.stream(rows.spliterator(), false).toList();
    }

    private static Page<PaymentView> views(Page<Row> page) {
        return page.map(PostgresPaymentViews::view);
    }

    private static Page<PaymentRecord> records(Page<Row> page) {
        return page.map(PostgresPaymentViews::paymentRecord);
    }

    private static PaymentRecord paymentRecord(Row row) {
        return new PaymentRecord(
                view(row),
                Optional.ofNullable(row.getString("provider_reference")),
                Optional.ofNullable(row.getLong("received_minor"))
                        .map(units -> new Money(units, Asset.of(row.getString("received_asset")))),
                Optional.ofNullable(row.getString("reason")));
    }

    private static PaymentView view(Row row) {
        return new PaymentView(
                new PaymentId(row.getUUID("id")),
                row.getUUID("subject"),
                new AccountId(row.getUUID("payer")),
                row.getString("provider"),
                row.getString("state"),
                new Money(row.getLong("amount_minor"), Asset.of(row.getString("asset"))),
                new Money(row.getLong("refunded_minor"), Asset.of(row.getString("asset"))),
                Optional.ofNullable(row.getString("pay_url")).map(URI::create),
                Optional.ofNullable(row.getString("mini_app_url")).map(URI::create),
                row.getInteger("subscription_days"),
                row.getOffsetDateTime("created_at").toInstant(),
                Optional.ofNullable(row.getOffsetDateTime("paid_at"))
                        .map(OffsetDateTime::toInstant));
    }
}
