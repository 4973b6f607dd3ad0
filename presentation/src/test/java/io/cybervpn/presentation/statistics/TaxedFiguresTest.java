package io.cybervpn.presentation.statistics;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.cybervpn.presentation.identity.Logins;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * What taxes make of the figures, by hand (docs/metrics.md): 3600 with 600 of tax for 30 days from
 * 1 January, of which 1200 with 200 of tax go back on the 11th, and an invoice of staff over 240
 * with 40 of tax on the 6th.
 */
@QuarkusTest
class TaxedFiguresTest {
    private static final String ID = "0fe90000-0000-7000-8000-0000000000";
    private static final String STATS = "/api/v1/admin/stats/";
    private static final List<String> CLEAR =
            List.of(
                    "delete from subscription_return where refund_id = '#05'",
                    "delete from credit_note where id in ('#08', '#09', '#0a')",
                    "delete from invoice where id in ('#06', '#07')",
                    "delete from subscription_extension where order_id = '#03'",
                    "delete from sales_order where id = '#03'",
                    "delete from subscription where id = '#02'",
                    "delete from account where id = '#01'",
                    "delete from ledger_posting where transaction_id between '#10' and '#19'",
                    "delete from ledger_transaction where id between '#10' and '#19'");

    @Inject Pool pool;

    @BeforeEach
    void plant() {
        List<String> all = new ArrayList<>(CLEAR);
        all.addAll(sold());
        all.addAll(
                List.of(
                        """
                        insert into subscription_return
                        values ('#05', '#03', 'TON', 1200, 3600, false, timestamptz '2032-01-11Z')""",
                        invoice("#06", "'#03', null, null", 3600, 600, "2032-01-01"),
                        invoice("#07", "null, '#01', 'taxed'", 240, 40, "2032-01-06"),
                        note("#08", "'#06', '#05'", 1200, 200, "timestamptz '2032-01-11Z', null")));
        all.addAll(booked("#10", "provider_clearing", "revenue", 3600, "2032-01-01"));
        all.addAll(booked("#11", "revenue", "tax_payable", 600, "2032-01-01"));
        all.addAll(booked("#12", "provider_clearing", "revenue", 240, "2032-01-06"));
        all.addAll(booked("#13", "revenue", "tax_payable", 40, "2032-01-06"));
        all.addAll(booked("#14", "refunds", "provider_clearing", 1200, "2032-01-11"));
        all.addAll(booked("#15", "tax_payable", "refunds", 200, "2032-01-11"));
        run(all);
    }

    private static List<String> sold() {
        return List.of(
                """
                        insert into account (id, kind, status, locale, created_at)
                        values ('#01', 'customer', 'active', 'en', timestamptz '2032-01-01Z')""",
                """
                        insert into subscription (id, account_id, status, plan_id, plan_name,
                            traffic_reset, server_groups, started_at, expire_at)
                        values ('#02', '#01', 'active', '#01', '{}', 'no_reset', '{}',
                            timestamptz '2032-01-01Z', timestamptz '2032-01-31Z')""",
                """
                        insert into sales_order (id, account_id, request_key, status, payment_method,
                            plan_id, plan_code, tier, plan_name, term_days, asset, price_minor,
                            total_minor, traffic_reset, server_groups, created_at, expires_at,
                            payment_id, paid_at)
                        values ('#03', '#01', 'taxed', 'paid', 'nobody', '#01', 'planted', 'pro',
                            '{}', 30, 'TON', 3600, 3600, 'no_reset', '{}', timestamptz '2032-01-01Z',
                            timestamptz '2032-01-02Z', '#03', timestamptz '2032-01-01Z')""",
                """
                        insert into subscription_extension (order_id, subscription_id, days, paid_at,
                            from_at, to_at, created_at, asset, paid_minor)
                        values ('#03', '#02', 30, timestamptz '2032-01-01Z', timestamptz '2032-01-01Z',
                            timestamptz '2032-01-31Z', timestamptz '2032-01-01Z', 'TON', 3600)""");
    }

    private static String invoice(String id, String origin, int total, int tax, String day) {
        return """
        insert into invoice (id, account_id, order_id, written_by, request_key, status, asset,
            net_minor, tax_minor, total_minor, buyer, lines, note, version, created_at, series,
            sequence, number, seller, issued_at, due_at, paid_at)
        values ('%1$s', '#01', %2$s, 'paid', 'TON', %3$d, %4$d, %5$d, '{}', '[]', '', 1,
            timestamptz '%6$sZ', 'TAXED', %4$d, 'taxed %1$s', '{}', timestamptz '%6$sZ',
            timestamptz '%6$sZ', timestamptz '%6$sZ')"""
                .formatted(id, origin, total - tax, tax, total, day);
    }

    private static String note(String id, String of, int total, int tax, String times) {
        return """
        insert into credit_note (id, invoice_id, refund_id, series, sequence, number, reason, asset,
            tax_minor, total_minor, lines, issued_at, cancelled_at)
        values ('%1$s', %2$s, 'TAXED', %4$d, 'note taxed %1$s', 'other', 'TON', %4$d, %3$d, '[]', %5$s)"""
                .formatted(id, of, total, tax, times);
    }

    private static List<String> booked(
            String id, String debit, String credit, int amount, String day) {
        return List.of(
                "insert into ledger_transaction values ('%1$s', 'taxed:%1$s', 'planted', 2, timestamptz '%2$sZ')"
                        .formatted(id, day),
                """
                insert into ledger_posting values ('%1$s', 1, '%2$s', '', 'TON', %4$d),
                    ('%1$s', 2, '%3$s', '', 'TON', -%4$d)"""
                        .formatted(id, debit, credit, amount));
    }

    @AfterEach
    void take_away() {
        run(CLEAR);
    }

    private void run(List<String> statements) {
        pool.withTransaction(
                        connection ->
                                connection
                                        .query(
                                                "set local session_replication_role = replica; "
                                                        + String.join("; ", statements)
                                                                .replace("#", ID))
                                        .execute())
                .await()
                .indefinitely();
    }

    private static JsonPath get(String question) {
        return given().auth()
                .oauth2(Logins.admin())
                .get(STATS + question)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    private static JsonPath until(String day) {
        return get("overview?currency=TON&from=2032-01-01T00:00:00Z&to=" + day + "T00:00:00Z");
    }

    private static String coins(int minor) {
        return "0.00000%04d".formatted(minor);
    }

    /** In the smallest unit. */
    private record Figures(int gross, int refunds, int mrr, int deferred, int earned, int ltv) {}

    private static void assertUntil(String day, Figures figures) {
        JsonPath then = until(day);
        String net = coins(figures.gross() - figures.refunds());
        assertThat(then.getString("revenue.gross.amount")).isEqualTo(coins(figures.gross()));
        assertThat(then.getString("revenue.refunds.amount")).isEqualTo(coins(figures.refunds()));
        assertThat(then.getString("revenue.net.amount")).isEqualTo(net);
        assertThat(then.getString("revenue.mrr.amount")).isEqualTo(coins(figures.mrr()));
        assertThat(then.getString("revenue.deferred.amount")).isEqualTo(coins(figures.deferred()));
        assertThat(then.getString("revenue.earned.amount")).isEqualTo(coins(figures.earned()));
        assertThat(then.getString("customers.ltv.amount")).isEqualTo(coins(figures.ltv()));
        assertThat(then.getString("customers.arpu.amount")).isEqualTo(net);
    }

    @Test
    void no_figure_counts_what_is_the_states() {
        assertUntil("2032-01-06", new Figures(3000, 0, 3000, 2500, 500, 3000));
        assertUntil("2032-01-16", new Figures(3200, 1000, 2000, 1000, 1200, 2200));
        assertUntil("2032-02-01", new Figures(3200, 1000, 0, 0, 2200, 2200));
    }

    @Test
    void what_goes_back_of_an_invoice_of_staff_is_brought_no_more_unless_it_was_not_true() {
        String on = "timestamptz '2032-01-20Z', ";
        List<String> all = new ArrayList<>();
        all.add(note("#09", "'#07', '#09'", 120, 20, on + "null"));
        all.add(note("#0a", "'#07', '#0a'", 60, 10, on + "timestamptz '2032-01-21Z'"));
        all.addAll(booked("#16", "refunds", "provider_clearing", 120, "2032-01-20"));
        all.addAll(booked("#17", "tax_payable", "refunds", 20, "2032-01-20"));
        run(all);
        assertUntil("2032-02-01", new Figures(3200, 1100, 0, 0, 2100, 2100));
        assertBrought(2100);
    }

    @Test
    void cohorts_bring_what_is_left_without_tax() {
        assertBrought(2200);
    }

    private static void assertBrought(int net) {
        JsonPath read =
                get("cohorts?currency=TON&from=2032-01-01T00:00:00Z&to=2032-02-01T00:00:00Z");
        assertThat(read.getList("cohorts")).hasSize(1);
        assertThat(read.getInt("cohorts[0].customers")).isEqualTo(1);
        assertThat(read.getString("cohorts[0].ages[0].net.amount")).isEqualTo(coins(net));
    }
}
