package io.cybervpn.infrastructure.payment.postgres;

import io.cybervpn.application.payment.UnmatchedView;
import io.cybervpn.application.payment.port.UnmatchedViews;
import io.cybervpn.domain.identity.AccountId;
import io.cybervpn.domain.payment.PaymentId;
import io.cybervpn.domain.payment.UnmatchedId;
import io.cybervpn.domain.shared.Asset;
import io.cybervpn.domain.shared.Money;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Read without a session. What refunds took of flagged money is not left of it. */
@Singleton
final class PostgresUnmatchedViews implements UnmatchedViews {
    private static final String ALL =
            """
            with seen as (
                select u.*, p.payer, p.subject,
                    coalesce(p.state = 'flagged' and p.provider_reference = u.reference, false) as own,
                    u.received_minor - coalesce(u.resolved_minor, 0) - case
                        when p.state = 'flagged' and p.provider_reference = u.reference then (
                            select coalesce(sum(r.unallocated_minor), 0) from refund r
                            where r.payment_id = p.id and r.state not in ('reported', 'failed'))
                        else 0 end as left_minor
                from unmatched_money u left join payment p on p.id = u.payment_id)
            """;
    private static final String OPEN = "(resolution is null and coalesce(left_minor, 1) > 0)";
    private static final String LIST =
            ALL
                    + "select * from seen where ($1::boolean is null or "
                    + OPEN
                    + " = $1) and ($2::text is null or provider = $2)"
                    + " and ($3::timestamptz is null or (seen_at, id) < ($3, $4::uuid))"
                    + " order by seen_at desc, id desc limit $5";
    private static final String FIND = ALL + "select * from seen where id = $1";
    private static final String SUMS =
            ALL
                    + "select provider, coalesce(received_asset, '') as asset, count(*) as n,"
                    + " coalesce(sum(left_minor), 0)::bigint as units, min(seen_at) as oldest"
                    + " from seen where "
                    + OPEN
                    + " group by provider, received_asset";

    private final Pool pool;

    @Inject
    PostgresUnmatchedViews(Pool pool) {
        this.pool = pool;
    }

    @Override
    public Uni<List<UnmatchedView>> list(Filter filter) {
        Tuple tuple =
                Tuple.of(
                        filter.open().orElse(null),
                        filter.provider().orElse(null),
                        filter.before()
                                .map(seen -> seen.seenAt().atOffset(ZoneOffset.UTC))
                                .orElse(null),
                        filter.before().map(seen -> seen.id().value()).orElse(null),
                        filter.limit());
        return pool.preparedQuery(LIST)
                .execute(tuple)
                .map(rows -> stream(rows).map(PostgresUnmatchedViews::view).toList());
    }

    @Override
    public Uni<Optional<UnmatchedView>> find(UnmatchedId id) {
        return pool.preparedQuery(FIND)
                .execute(Tuple.of(id.value()))
                .map(rows -> stream(rows).findFirst().map(PostgresUnmatchedViews::view));
    }

    @Override
    public Uni<List<Open>> open() {
        return pool.query(SUMS)
                .execute()
                .map(
                        rows ->
                                stream(rows)
                                        .map(
                                                row ->
                                                        new Open(
                                                                row.getString("provider"),
                                                                row.getString("asset"),
                                                                row.getLong("n"),
                                                                row.getLong("units"),
                                                                instant(row, "oldest")
                                                                        .orElseThrow()))
                                        .toList());
    }

    private static UnmatchedView view(Row row) {
        return new UnmatchedView(
                new UnmatchedId(row.getUUID("id")),
                row.getString("provider"),
                row.getString("reference"),
                money(row, "received_minor"),
                Optional.ofNullable(row.getString("received_text")),
                money(row, "left_minor"),
                row.getString("reason"),
                of(row),
                row.getBoolean("own"),
                instant(row, "paid_at").orElseThrow(),
                instant(row, "seen_at").orElseThrow(),
                decided(row));
    }

    private static Optional<UnmatchedView.Of> of(Row row) {
        return Optional.ofNullable(row.getUUID("payer"))
                .map(
                        payer ->
                                new UnmatchedView.Of(
                                        new PaymentId(row.getUUID("payment_id")),
                                        new AccountId(payer),
                                        row.getUUID("subject")));
    }

    private static Optional<UnmatchedView.Decided> decided(Row row) {
        return Optional.ofNullable(row.getString("resolution"))
                .map(
                        kind ->
                                new UnmatchedView.Decided(
                                        kind,
                                        Optional.<UUID>ofNullable(row.getUUID("target")),
                                        row.getString("resolution_reason"),
                                        instant(row, "resolved_at").orElseThrow()));
    }

    private static Optional<Money> money(Row row, String column) {
        return Optional.ofNullable(row.getLong(column))
                .map(units -> new Money(units, Asset.of(row.getString("received_asset"))));
    }

    private static Optional<Instant> instant(Row row, String column) {
        return Optional.ofNullable(row.getOffsetDateTime(column)).map(OffsetDateTime::toInstant);
    }

    private static Stream<Row> stream(RowSet<Row> rows) {
        return StreamSupport.stream(rows.spliterator(), false);
    }
}
