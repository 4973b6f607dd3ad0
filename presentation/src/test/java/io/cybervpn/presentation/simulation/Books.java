package io.cybervpn.presentation.simulation;

import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** What the shop's database says in the end, as rows, for a judge who does his own sums. */
final class Books {
    private static final String BALANCES =
            """
            select account_type || ' ' || coalesce(account_owner, '') || ' ' || asset as name,
                sum(minor_units) as units
            from ledger_posting group by 1""";
    private static final String LAPSED =
            """
            select p.account_owner || ' ' || p.asset as name, sum(p.minor_units) as units
            from ledger_posting p join ledger_transaction t on t.id = p.transaction_id
            where t.kind = 'grant_lapsed' and p.account_type = 'customer_grant' group by 1""";
    private static final String WAITING =
            """
            select 'inbox ' || status as name, count(*) as units from inbox
                where status in ('received', 'failed') group by status
            union all select 'outbox ' || status, count(*) from outbox
                where status <> 'done' group by status
            union all select 'access ' || status, count(*) from access
                where status <> 'ready' group by status
            union all select 'refund ' || state, count(*) from refund
                where state not in ('succeeded', 'failed') group by state""";

    private static final String SENT_BACK =
            """
            select provider || ' ' || received_asset as name, sum(resolved_minor) as units
            from unmatched_money where resolution = 'sent_back' group by 1""";
    private static final String UNPAID =
            "select id::text as id from payment where state not in ('captured', 'flagged')";
    private static final String HISTORY =
            """
            select line from (
                select created_at as at, 'order ' || status as line from sales_order where id = '%1$s'
                union all select coalesce(closed_at, created_at),
                    provider || ' ' || state || ' ' || coalesce(received_minor, 0)
                    from payment where subject = '%1$s'
                union all select t.at, t.kind || ' ' || p.minor_units || ' ' || p.asset
                    from ledger_posting p join ledger_transaction t on t.id = p.transaction_id
                    where p.account_type in ('customer_wallet', 'customer_grant') and p.account_owner =
                        (select account_id::text from sales_order where id = '%1$s')) lines
            order by at""";

    private final Pool pool;

    Books(Pool pool) {
        this.pool = pool;
    }

    List<Row> rows(String sql) {
        List<Row> rows = new ArrayList<>();
        pool.query(sql).execute().await().indefinitely().forEach(rows::add);
        return rows;
    }

    private Map<String, Long> sums(String sql) {
        Map<String, Long> sums = new HashMap<>();
        rows(sql)
                .forEach(
                        row ->
                                sums.put(
                                        row.getString("name"),
                                        new BigDecimal(row.getValue("units").toString())
                                                .longValueExact()));
        return sums;
    }

    /** By {@code type owner asset}; what is ours is above zero. */
    Map<String, Long> balances() {
        return sums(BALANCES);
    }

    /** By {@code owner asset}. */
    Map<String, Long> lapsed() {
        return sums(LAPSED);
    }

    /** All that the shop did for an order, for who looks into a failure. */
    String history(String order) {
        return rows(HISTORY.formatted(order)).stream()
                .map(row -> row.getString("line"))
                .collect(Collectors.joining("; "));
    }

    /** What was kept apart and went back, by {@code provider asset}. */
    Map<String, Long> sentBack() {
        return sums(SENT_BACK);
    }

    /** The payments whose money is not ours, as far as the shop knows. */
    Set<String> unpaid() {
        return rows(UNPAID).stream().map(row -> row.getString("id")).collect(Collectors.toSet());
    }

    /** What should have come to an end and has not. */
    Map<String, Long> waiting() {
        return sums(WAITING);
    }
}
