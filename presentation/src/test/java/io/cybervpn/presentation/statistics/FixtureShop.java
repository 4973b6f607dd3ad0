package io.cybervpn.presentation.statistics;

import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;

/**
 * A shop of the year 2031 that is small enough to be computed by hand, planted in a currency that
 * nobody else uses. A buys 30 days for 3000 twice, B 90 days for 8100 of which 2700 go back, C 30
 * days for 3000 which all go back. The provider keeps 100 once.
 */
@Singleton
public class FixtureShop {
    static final String CURRENCY = "BTC";

    private static final String ID = "0fe70000-0000-7000-8000-0000000000%02d";

    private final Pool pool;

    @Inject
    FixtureShop(Pool pool) {
        this.pool = pool;
    }

    /** All of it, behind the triggers: takes the place of what was there. */
    void open() {
        List<String> statements = new ArrayList<>(clearing());
        statements.add(account(1, "2031-01-01"));
        statements.add(account(2, "2031-01-16"));
        statements.add(account(3, "2031-02-01"));
        statements.addAll(sale(11, 1, new Bought(30, 3000, "2031-01-01", "2031-01-01")));
        statements.addAll(sale(12, 1, new Bought(30, 3000, "2031-01-25", "2031-01-31")));
        statements.addAll(sale(13, 2, new Bought(90, 8100, "2031-01-16", "2031-01-16")));
        statements.addAll(sale(14, 3, new Bought(30, 3000, "2031-02-01", "2031-02-01")));
        statements.addAll(refund(21, 13, 2700, 8100, "2031-02-15"));
        statements.addAll(refund(22, 14, 3000, 3000, "2031-02-10"));
        statements.addAll(
                booking(
                        31,
                        new Booked("fee", "provider_fees", "provider_clearing"),
                        100,
                        "2031-01-02"));
        statements.add(payment(41, "captured", "2031-01-01", 60));
        statements.add(payment(42, "captured", "2031-01-25", 120));
        statements.add(payment(43, "expired", "2031-01-16", 0));
        statements.add(payment(44, "failed", "2031-02-01", 0));
        run(statements);
    }

    void close() {
        run(clearing());
    }

    private void run(List<String> statements) {
        pool.withTransaction(
                        connection ->
                                connection
                                        .query(
                                                "set local session_replication_role = replica; "
                                                        + String.join("; ", statements))
                                        .execute())
                .await()
                .indefinitely();
    }

    private static String id(int number) {
        return ID.formatted(number);
    }

    private static String time(String day) {
        return "timestamptz '" + day + "T00:00:00Z'";
    }

    private static String account(int number, String day) {
        return """
        insert into account (id, kind, status, locale, created_at)
        values ('%s', 'customer', 'active', 'en', %s)"""
                .formatted(id(number), time(day));
    }

    /** How long for how much, when it was paid and from when it counts. */
    private record Bought(int days, int total, String paid, String from) {}

    private static List<String> sale(int order, int account, Bought bought) {
        List<String> statements = new ArrayList<>();
        statements.add(subscription(account, bought.paid()));
        statements.add(paidOrder(order, account, bought));
        statements.add(
                """
                insert into subscription_extension (order_id, subscription_id, days, paid_at, from_at,
                    to_at, created_at)
                values ('%s', '%s', %d, %s, %s, %s + %3$d * interval '24 hours', %4$s)"""
                        .formatted(
                                id(order),
                                id(account + 50),
                                bought.days(),
                                time(bought.paid()),
                                time(bought.from()),
                                time(bought.from())));
        statements.addAll(
                booking(
                        order + 50,
                        new Booked("payment_captured", "provider_clearing", "revenue"),
                        bought.total(),
                        bought.paid()));
        return statements;
    }

    /** It has the account's number plus 50: one for each customer. */
    private static String subscription(int account, String day) {
        return """
        insert into subscription (id, account_id, status, plan_id, plan_name, traffic_reset,
            server_groups, started_at, expire_at)
        values ('%1$s', '%2$s', 'active', '%2$s', '{}', 'NO_RESET', '{}', %3$s, %3$s)
        on conflict do nothing"""
                .formatted(id(account + 50), id(account), time(day));
    }

    private static String paidOrder(int order, int account, Bought bought) {
        return """
        insert into sales_order (id, account_id, request_key, status, payment_method, plan_id,
            plan_code, tier, plan_name, term_days, asset, price_minor, total_minor,
            traffic_reset, server_groups, created_at, expires_at, payment_id, paid_at)
        values ('%1$s', '%2$s', '%1$s', 'paid', 'nobody', '%1$s', 'planted', 'pro', '{}', %3$d,
            'BTC', %4$d, %4$d, 'no_reset', '{}', %5$s, %5$s + interval '1 hour', '%1$s', %5$s)"""
                .formatted(
                        id(order), id(account), bought.days(), bought.total(), time(bought.paid()));
    }

    private static List<String> refund(int number, int order, int returned, int total, String day) {
        List<String> statements = new ArrayList<>();
        statements.add(
                "insert into subscription_return values ('%s', '%s', 'BTC', %d, %d, false, %s)"
                        .formatted(id(number), id(order), returned, total, time(day)));
        statements.addAll(
                booking(
                        number,
                        new Booked("refund", "refunds", "provider_clearing"),
                        returned,
                        day));
        return statements;
    }

    private record Booked(String kind, String debit, String credit) {}

    private static List<String> booking(int number, Booked booked, int amount, String day) {
        return List.of(
                "insert into ledger_transaction values ('%1$s', 'planted:%1$s', '%2$s', 2, %3$s)"
                        .formatted(id(number), booked.kind(), time(day)),
                """
                insert into ledger_posting values ('%1$s', 1, '%2$s', '', 'BTC', %4$d),
                    ('%1$s', 2, '%3$s', '', 'BTC', -%4$d)"""
                        .formatted(id(number), booked.debit(), booked.credit(), amount));
    }

    private static String payment(int number, String state, String day, int secondsToPay) {
        boolean paid = state.equals("captured");
        String money = paid ? "3000, 'BTC', %s + interval '%d seconds'" : "null, null, null";
        return """
        insert into payment (id, subject, payer, provider, state, amount_minor, asset, description,
            subscription_days, created_at, expires_at, provider_reference, received_minor,
            received_asset, paid_at, closed_at, reason)
        values ('%1$s', '%1$s', '%1$s', 'nobody', '%2$s', 3000, 'BTC', 'planted', 30, %3$s,
            %3$s + interval '1 hour', '%1$s', %4$s, %3$s, %5$s)"""
                .formatted(
                        id(number),
                        state,
                        time(day),
                        money.formatted(time(day), secondsToPay),
                        state.equals("failed") ? "'planted'" : "null");
    }

    private static List<String> clearing() {
        String ours = " between '%s' and '%s'".formatted(id(0), id(99));
        return List.of(
                "delete from subscription_return where refund_id" + ours,
                "delete from subscription_extension where order_id" + ours,
                "delete from subscription where id" + ours,
                "delete from sales_order where id" + ours,
                "delete from ledger_posting where transaction_id" + ours,
                "delete from ledger_transaction where id" + ours,
                "delete from payment where id" + ours,
                "delete from account where id" + ours);
    }
}
