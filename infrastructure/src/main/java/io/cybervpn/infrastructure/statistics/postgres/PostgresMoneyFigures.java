package io.cybervpn.infrastructure.statistics.postgres;

import io.cybervpn.application.statistics.port.MoneyFigures;
import io.cybervpn.domain.shared.Asset;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;

/**
 * What moved is read from the books; what is owed and who pays, from the stretches of time that
 * orders gave, and that changes of plan made of them. Divisions are of {@code numeric} and rounded
 * once, at the end.
 */
@Singleton
final class PostgresMoneyFigures implements MoneyFigures {
    private static final String FLOWS =
            """
            select width_bucket(t.at, $2::timestamptz[]) as piece,
                coalesce(-sum(p.minor_units) filter (where p.account_type = 'revenue'), 0)::bigint as gross,
                coalesce(sum(p.minor_units) filter (where p.account_type = 'refunds'), 0)::bigint as refunds,
                coalesce(sum(p.minor_units) filter (where p.account_type = 'provider_fees'), 0)::bigint as fees,
                coalesce(sum(p.minor_units) filter (where p.account_type = 'provider_clearing'), 0)::bigint
                    as received
            from ledger_transaction t join ledger_posting p on p.transaction_id = t.id
            where t.at >= ($2::timestamptz[])[1] and t.at < $3 and p.asset = $1
                and p.account_type in ('revenue', 'refunds', 'provider_fees', 'provider_clearing')
                and (p.account_type <> 'provider_clearing'
                    or t.kind in ('payment_captured', 'payment_unallocated', 'payment_surplus'))
            group by 1""";

    /**
     * Stretches that were given by a moment, each with what is kept of its order's money then,
     * without the taxes that its invoice and its credit notes say.
     */
    private static final String STRETCHES =
            """
            select o.account_id, e.from_at, e.to_at, e.share * (
                    o.total_minor - coalesce(i.tax_minor, 0) - coalesce((
                    select sum(r.returned_minor - coalesce(n.tax_minor, 0)) from subscription_return r
                    left join credit_note n on n.refund_id = r.refund_id and n.cancelled_at is null
                    where r.order_id = e.order_id and not r.undone and r.at < m.at), 0)) as kept
                from stretches_alive(m.at, m.at) e
                join sales_order o on o.id = e.order_id and o.asset = $1
                left join invoice i on i.order_id = o.id and i.tax_minor > 0
                join subscription s on s.id = e.subscription_id and s.status <> 'terminated'""";

    private static final String STOCKS =
            """
            select m.piece::integer as piece,
                coalesce(round(sum(e.kept * 2592000 / extract(epoch from e.to_at - e.from_at)) filter (where e.from_at <= m.at)), 0)::bigint as mrr,
                coalesce(round(sum(e.kept * extract(epoch from e.to_at - greatest(m.at, e.from_at))
                    / extract(epoch from e.to_at - e.from_at))), 0)::bigint as deferred,
                count(distinct e.account_id) filter (where e.from_at <= m.at and e.kept > 0) as paying
            from unnest($2::timestamptz[]) with ordinality m(at, piece)
            left join lateral (%s) e on true
            group by m.piece"""
                    .formatted(STRETCHES);

    private static final String MOVEMENT =
            """
            with stretch as (
                select o.account_id, m.ends, e.to_at, e.share > 0 and o.total_minor > coalesce((
                        select sum(r.returned_minor) from subscription_return r
                        where r.order_id = e.order_id and not r.undone and r.at < m.at), 0) as kept
                from (values (false, $2::timestamptz), (true, $3::timestamptz)) m(ends, at)
                cross join lateral stretches_alive(m.at, $2) e
                join sales_order o on o.id = e.order_id and o.asset = $1
                join subscription s on s.id = e.subscription_id and s.status <> 'terminated'
                where e.from_at <= m.at),
            payer as (
                select account_id,
                    bool_or(not ends and kept) as at_start,
                    bool_or(ends and to_at > $3 and kept) as at_end,
                    bool_or(ends and kept) as at_all
                from stretch group by account_id)
            select count(*) filter (where at_start) as at_start,
                count(*) filter (where at_start and not at_end) as lost,
                count(*) filter (where at_end and not at_start) as gained,
                count(*) filter (where at_all or at_start) as during
            from payer""";

    /**
     * What is less than was sold before {@code %1$s}: taxes of orders, and what went back without
     * its tax. Taxes are by themselves, so that what orders cost is read from an index alone; whose
     * are wanted may be joined at {@code %2$s}, since there are as many as orders.
     */
    private static final String LESS =
            """
            select s.account_id, s.paid_at as at, -i.tax_minor as net
            from invoice i join sales_order s on s.id = i.order_id %2$s
            where i.tax_minor > 0 and s.status = 'paid' and s.asset = $1 and s.paid_at < %1$s
            union all
            select s.account_id, r.at, coalesce(n.tax_minor, 0) - r.returned_minor
            from subscription_return r join sales_order s on s.id = r.order_id
            left join credit_note n on n.refund_id = r.refund_id and n.cancelled_at is null
            where r.asset = $1 and not r.undone and r.at < %1$s
            union all
            select s.account_id, n.issued_at, n.tax_minor - n.total_minor
            from credit_note n join invoice s on s.id = n.invoice_id and s.order_id is null
            where n.cancelled_at is null and n.asset = $1 and n.issued_at < %1$s""";

    /** Of orders, and of invoices that staff wrote. */
    private static final String LIFETIME =
            """
            with sold as (
                select account_id, sum(total_minor) as net from sales_order
                where status = 'paid' and asset = $1 and paid_at < $2 group by account_id
                union all
                select account_id, total_minor - tax_minor from invoice
                where order_id is null and status = 'paid' and asset = $1 and paid_at < $2)
            select count(distinct account_id) as customers, (coalesce(sum(net), 0)
                + coalesce((select sum(net) from (%s) less), 0))::bigint as net
            from sold"""
                    .formatted(LESS.formatted("$2", ""));

    /** Who first paid when is read from an index; the rest only of those whose month is wanted. */
    private static final String COHORTS =
            """
            with payer as (
                select account_id, min(paid_at) as at from sales_order
                where status = 'paid' and asset = $1 and paid_at < $3 group by account_id
                union all
                select account_id, paid_at from invoice
                where order_id is null and status = 'paid' and asset = $1 and paid_at < $3),
            first as (
                select account_id, date_trunc('month', min(at), 'UTC') as month
                from payer group by account_id),
            cohort as (
                select month, count(*) as customers from first
                where month >= $2 group by month order by month desc limit 36),
            member as (
                select f.account_id, c.month, c.customers
                from cohort c join first f on f.month = c.month),
            moved as (
                select o.account_id, o.paid_at as at, o.total_minor as net, true as pays
                from member m join sales_order o on o.account_id = m.account_id
                where o.status = 'paid' and o.asset = $1 and o.paid_at < $3
                union all
                select i.account_id, i.paid_at, i.total_minor - i.tax_minor, true
                from member m join invoice i on i.account_id = m.account_id
                where i.order_id is null and i.status = 'paid' and i.asset = $1 and i.paid_at < $3
                union all
                select account_id, at, net, false from (%s) less)
            select month, customers,
                (12 * extract(year from age(date_trunc('month', at, 'UTC'), month))
                    + extract(month from age(date_trunc('month', at, 'UTC'), month)))::integer as age,
                count(distinct account_id) filter (where pays) as payers,
                sum(net)::bigint as net
            from moved join member using (account_id) group by 1, 2, 3 order by 1, 3"""
                    .formatted(
                            LESS.formatted("$3", "join member m on m.account_id = s.account_id"));

    private final Pool pool;

    @Inject
    PostgresMoneyFigures(Pool pool) {
        this.pool = pool;
    }

    @Override
    public Uni<List<Flow>> flows(Asset asset, List<Instant> edges) {
        return pool.preparedQuery(FLOWS)
                .execute(Tuple.of(asset.code(), Sheet.times(edges), Sheet.time(edges.getLast())))
                .map(
                        rows ->
                                Sheet.pieces(
                                        rows,
                                        edges.size() - 1,
                                        PostgresMoneyFigures::flow,
                                        Flow.NONE));
    }

    private static Flow flow(Row row) {
        return new Flow(
                row.getLong("gross"),
                row.getLong("refunds"),
                row.getLong("fees"),
                row.getLong("received"));
    }

    @Override
    public Uni<List<Stock>> stocks(Asset asset, List<Instant> moments) {
        return pool.preparedQuery(STOCKS)
                .execute(Tuple.of(asset.code(), Sheet.times(moments)))
                .map(
                        rows ->
                                Sheet.pieces(
                                        rows,
                                        moments.size(),
                                        PostgresMoneyFigures::stock,
                                        new Stock(0, 0, 0)));
    }

    private static Stock stock(Row row) {
        return new Stock(row.getLong("mrr"), row.getLong("deferred"), row.getLong("paying"));
    }

    @Override
    public Uni<Movement> movement(Asset asset, Instant from, Instant to) {
        return pool.preparedQuery(MOVEMENT)
                .execute(Tuple.of(asset.code(), Sheet.time(from), Sheet.time(to)))
                .map(rows -> movement(rows.iterator().next()));
    }

    private static Movement movement(Row row) {
        return new Movement(
                row.getLong("at_start"),
                row.getLong("lost"),
                row.getLong("gained"),
                row.getLong("during"));
    }

    @Override
    public Uni<Lifetime> lifetime(Asset asset, Instant until) {
        return pool.preparedQuery(LIFETIME)
                .execute(Tuple.of(asset.code(), Sheet.time(until)))
                .map(rows -> lifetime(rows.iterator().next()));
    }

    private static Lifetime lifetime(Row row) {
        return new Lifetime(row.getLong("customers"), row.getLong("net"));
    }

    @Override
    public Uni<List<CohortMonth>> cohorts(Asset asset, Instant from, Instant to) {
        return pool.preparedQuery(COHORTS)
                .execute(Tuple.of(asset.code(), Sheet.time(from), Sheet.time(to)))
                .map(rows -> Sheet.list(rows, PostgresMoneyFigures::cohort));
    }

    private static CohortMonth cohort(Row row) {
        return new CohortMonth(
                row.getOffsetDateTime("month").toInstant(),
                row.getInteger("age"),
                row.getLong("customers"),
                row.getLong("payers"),
                row.getLong("net"));
    }
}
