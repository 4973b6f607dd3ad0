package io.cybervpn.infrastructure.payment.postgres;

import io.cybervpn.application.payment.port.PaidPayments;
import io.cybervpn.application.payment.port.ReturnStatement;
import io.cybervpn.domain.payment.PaymentId;
import io.cybervpn.domain.payment.RefundId;
import io.cybervpn.domain.payment.model.Receipt;
import io.cybervpn.domain.payment.model.Receipt.Received;
import io.cybervpn.domain.shared.Asset;
import io.cybervpn.domain.shared.Money;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Read without a session, by the index of when providers took their money. */
@Singleton
final class PostgresPaidPayments implements PaidPayments {
    private static final UUID FIRST = new UUID(0, 0);
    private static final String PAGE =
            """
            select id, provider_reference, received_minor, received_asset, received_text, paid_at
            from payment
            where provider = $1 and paid_at >= $2 and paid_at < $3 and (paid_at, id) > ($4, $5)
            order by paid_at, id limit $6""";

    /** Money of a further invoice is known by its booking alone. */
    private static final String BOOKED =
            """
            select r.reference from unnest($2::text[]) as r (reference)
            where exists (select 1 from payment p
                    where p.provider = $1 and p.provider_reference = r.reference
                        and p.paid_at is not null)
                or exists (select 1 from ledger_transaction t
                    where t.business_key = 'payment-surplus:' || $1 || ':' || r.reference)""";

    private static final String WENT_BACK =
            """
            select payment_id, asset,
                coalesce(sum(amount_minor) filter (where state = 'succeeded'), 0)::bigint as gone,
                bool_or(state not in ('succeeded', 'failed')) as underway
            from refund
            where payment_id = any($1) and destination = 'provider'
            group by payment_id, asset""";

    /** What was kept apart and went back is no refund of a payment. */
    private static final String KNOWN_RETURNS =
            """
            select r.id, r.provider_reference,
                case when r.state <> 'failed' then r.amount_minor end as amount_minor, r.asset
            from refund r join payment p on p.id = r.payment_id
            where p.provider = $1 and (r.provider_reference = any($2) or r.id = any($3))
            union all
            select null, name, null, null from unmatched_money u cross join unnest(u.returned_as) as n (name)
            where u.provider = $1 and u.returned_as && $2 and name = any($2)""";

    private static final String WITHOUT_FEE =
            """
            select r.reference from unnest($2::text[]) as r (reference)
            where not exists (select 1 from ledger_transaction t
                where t.business_key = 'provider-fee:' || $1 || ':' || r.reference)""";

    private final Pool pool;

    @Inject
    PostgresPaidPayments(Pool pool) {
        this.pool = pool;
    }

    @Override
    public Uni<List<Paid>> page(Window window, Optional<Paid> after, int limit) {
        Tuple tuple =
                Tuple.of(
                        window.provider(),
                        at(window.from()),
                        at(window.to()),
                        at(after.map(paid -> paid.receipt().paidAt()).orElse(Instant.EPOCH)),
                        after.map(paid -> paid.payment().value()).orElse(FIRST),
                        limit);
        return pool.preparedQuery(PAGE)
                .execute(tuple)
                .map(
                        rows ->
                                StreamSupport.stream(rows.spliterator(), false)
                                        .map(PostgresPaidPayments::paid)
                                        .toList());
    }

    @Override
    public Uni<Map<PaymentId, WentBack>> wentBack(Set<PaymentId> payments) {
        UUID[] ids = payments.stream().map(PaymentId::value).toArray(UUID[]::new);
        return pool.preparedQuery(WENT_BACK)
                .execute(Tuple.of(ids))
                .map(
                        rows ->
                                StreamSupport.stream(rows.spliterator(), false)
                                        .collect(
                                                Collectors.toMap(
                                                        row ->
                                                                new PaymentId(
                                                                        row.getUUID("payment_id")),
                                                        PostgresPaidPayments::wentBack)));
    }

    private static WentBack wentBack(Row row) {
        return new WentBack(
                new Money(row.getLong("gone"), Asset.of(row.getString("asset"))),
                row.getBoolean("underway"));
    }

    @Override
    public Uni<Set<String>> booked(String provider, Set<String> references) {
        return references(BOOKED, provider, references);
    }

    @Override
    public Uni<Set<String>> withoutFee(String provider, Set<String> references) {
        return references(WITHOUT_FEE, provider, references);
    }

    @Override
    public Uni<KnownReturns> knownReturns(String provider, List<ReturnStatement.Line> lines) {
        String[] names = lines.stream().map(ReturnStatement.Line::about).toArray(String[]::new);
        UUID[] ours =
                lines.stream()
                        .flatMap(line -> line.ours().stream())
                        .map(RefundId::value)
                        .toArray(UUID[]::new);
        return pool.preparedQuery(KNOWN_RETURNS)
                .execute(Tuple.of(provider, names, ours))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false).toList())
                .map(PostgresPaidPayments::known);
    }

    private static KnownReturns known(List<Row> rows) {
        return new KnownReturns(
                rows.stream()
                        .flatMap(row -> Stream.ofNullable(row.getString("provider_reference")))
                        .collect(Collectors.toSet()),
                rows.stream()
                        .flatMap(row -> Stream.ofNullable(row.getUUID("id")))
                        .map(RefundId::new)
                        .collect(Collectors.toSet()),
                rows.stream()
                        .filter(row -> row.getString("provider_reference") != null)
                        .filter(row -> row.getLong("amount_minor") != null)
                        .collect(
                                Collectors.toMap(
                                        row -> row.getString("provider_reference"),
                                        PostgresPaidPayments::refunded,
                                        Money::plus)));
    }

    private static Money refunded(Row row) {
        return new Money(row.getLong("amount_minor"), Asset.of(row.getString("asset")));
    }

    private Uni<Set<String>> references(String sql, String provider, Set<String> references) {
        return pool.preparedQuery(sql)
                .execute(Tuple.of(provider, references.toArray(String[]::new)))
                .map(
                        rows ->
                                StreamSupport.stream(rows.spliterator(), false)
                                        .map(row -> row.getString("reference"))
                                        .collect(Collectors.toSet()));
    }

    private static Paid paid(Row row) {
        return new Paid(
                new PaymentId(row.getUUID("id")),
                new Receipt(
                        row.getString("provider_reference"),
                        received(row),
                        row.getOffsetDateTime("paid_at").toInstant()));
    }

    private static Received received(Row row) {
        return Optional.ofNullable(row.getLong("received_minor"))
                .<Received>map(
                        minor ->
                                new Received.Exact(
                                        new Money(
                                                minor, Asset.of(row.getString("received_asset")))))
                .orElseGet(() -> new Received.Unreadable(row.getString("received_text")));
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
