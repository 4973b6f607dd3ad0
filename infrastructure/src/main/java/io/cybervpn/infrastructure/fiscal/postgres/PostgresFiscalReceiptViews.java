package io.cybervpn.infrastructure.fiscal.postgres;

import io.cybervpn.application.fiscal.FiscalReceiptView;
import io.cybervpn.application.fiscal.port.FiscalReceiptViews;
import io.cybervpn.application.shared.Page;
import io.cybervpn.domain.fiscal.FiscalReceiptId;
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
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Receipts by one prepared statement on the pool. */
@Singleton
final class PostgresFiscalReceiptViews implements FiscalReceiptViews {
    private static final String COLUMNS =
            """
            select id, registrar, cause, payment_id, about, amount_minor, asset, state, reference, link, reason,
                attempts, happened_at, look_at
            """;
    private static final String FROM =
            """
            from fiscal_receipt
            where ($1::text is null or state = $1) and ($2::uuid is null or payment_id = $2)
            """;
    private static final String LIST =
            COLUMNS + FROM + "order by created_at desc, id desc limit $3 offset $4";
    private static final String COUNT =
            "select count(*) as total from (select 1 "
                    + FROM
                    + "limit "
                    + Page.COUNTED_MAX
                    + ") counted";
    private static final String OF_PAYMENT =
            COLUMNS
                    + """
                    from fiscal_receipt where payment_id = $1
                    order by cause <> 'payment', happened_at, created_at, id limit 1000""";

    private final Pool pool;

    @Inject
    PostgresFiscalReceiptViews(Pool pool) {
        this.pool = pool;
    }

    @Override
    public Uni<Page<FiscalReceiptView>> page(
            Optional<String> state, Optional<PaymentId> payment, Page.Request page) {
        Tuple filter = filter(state, payment).addValue(page.size()).addValue(page.offset());
        Uni<List<FiscalReceiptView>> items =
                pool.preparedQuery(LIST).execute(filter).map(PostgresFiscalReceiptViews::views);
        Uni<Optional<Long>> total =
                page.count()
                        ? total(filter(state, payment))
                        : Uni.createFrom().item(Optional.empty());
        return Uni.combine()
                .all()
                .unis(items, total)
                .with((found, all) -> Page.counted(found, page, all));
    }

    private static Tuple filter(Optional<String> state, Optional<PaymentId> payment) {
        return Tuple.of(state.orElse(null), payment.map(PaymentId::value).orElse(null));
    }

    private Uni<Optional<Long>> total(Tuple filter) {
        return pool.preparedQuery(COUNT)
                .execute(filter)
                .map(rows -> stream(rows).findFirst().map(row -> row.getLong("total")));
    }

    @Override
    public Uni<List<FiscalReceiptView>> ofPayment(PaymentId payment) {
        return pool.preparedQuery(OF_PAYMENT)
                .execute(Tuple.of(payment.value()))
                .map(PostgresFiscalReceiptViews::views);
    }

    private static List<FiscalReceiptView> views(RowSet<Row> rows) {
        return stream(rows).map(PostgresFiscalReceiptViews::view).toList();
    }

    private static FiscalReceiptView view(Row row) {
        return new FiscalReceiptView(
                new FiscalReceiptId(row.getUUID("id")),
                row.getString("registrar"),
                row.getString("cause"),
                new PaymentId(row.getUUID("payment_id")),
                row.getUUID("about"),
                new Money(row.getLong("amount_minor"), Asset.of(row.getString("asset"))),
                row.getString("state"),
                Optional.ofNullable(row.getString("reference")),
                Optional.ofNullable(row.getString("link")).map(URI::create),
                Optional.ofNullable(row.getString("reason")),
                row.getInteger("attempts"),
                row.getOffsetDateTime("happened_at").toInstant(),
                Optional.ofNullable(row.getOffsetDateTime("look_at"))
                        .map(OffsetDateTime::toInstant));
    }

    private static Stream<Row> stream(RowSet<Row> rows) {
        return StreamSupport.stream(rows.spliterator(), false);
    }
}
