package io.cybervpn.presentation.ledger;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.cybervpn.presentation.identity.Logins;
import io.cybervpn.presentation.shared.Customers;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The proof of the books (R94): each rule is seen to find what was planted behind the database's
 * back, and finds nothing afterwards.
 */
@QuarkusTest
class LedgerProofTest {
    private static final String BOOKING =
            """
            insert into ledger_transaction values ('%1$s', '%2$s', '%3$s', 2, now() - interval '1 hour');
            insert into ledger_posting values ('%1$s', 1, '%4$s', '%5$s', 'EUR', %6$d),
                ('%1$s', 2, 'refunds', '', 'EUR', %7$d);""";
    private static final String PAYMENT =
            """
            insert into payment (id, subject, payer, provider, state, amount_minor, asset, description,
                subscription_days, created_at, expires_at, provider_reference, received_minor,
                received_asset, paid_at, closed_at, reason)
            values ('%1$s', '%1$s', '%1$s', 'nobody', '%2$s', 500, 'EUR', 'planted', 30, now(),
                now() + interval '1 hour', '%1$s', 500, 'EUR', now(), now(), %3$s);""";
    private static final String PAID_ORDER =
            """
            insert into sales_order (id, account_id, request_key, status, payment_method, plan_id,
                plan_code, tier, plan_name, term_days, asset, price_minor, total_minor,
                traffic_reset, server_groups, created_at, expires_at, payment_id, paid_at)
            values ('%1$s', '%1$s', 'planted', 'paid', 'nobody', '%1$s', 'planted', 'pro', '{}', 30,
                'EUR', 500, 500, 'no_reset', '{}', now(), now() + interval '1 hour', '%1$s', now());""";
    private static final String CLEAR =
            """
            delete from sales_order where id = '%1$s';
            delete from ledger_posting where transaction_id = '%1$s';
            delete from ledger_transaction where id = '%1$s';
            delete from payment where id = '%1$s';
            delete from wallet_grant where id = '%1$s';
            delete from wallet_contribution where subject = '%1$s';
            delete from subscription_extension where order_id = '%1$s';
            delete from subscription where id = '%1$s';""";

    @Inject Pool pool;
    @Inject Customers customers;

    private final UUID id = UUID.randomUUID();

    @ParameterizedTest
    @CsvSource({
        "transaction-not-balanced,payment_surplus,refunds,5,-4",
        "trial-balance-not-zero,payment_surplus,refunds,5,-4",
        "wallet-overdrawn,payment_surplus,customer_wallet,5,-5",
        "wallet-overdrawn,wallet_held,customer_hold,5,-5",
        "grants-not-their-account,wallet_granted,customer_grant,-5,5",
        "holds-not-their-account,wallet_held,customer_hold,-5,5",
        "reversal-does-not-mirror,reversal,refunds,5,-5",
        "booked-payment-not-captured,payment_captured,refunds,5,-5",
        "unallocated-payment-not-flagged,payment_unallocated,refunds,5,-5",
        "fee-of-no-payment,provider_fee,refunds,5,-5",
        "booked-refund-not-there,refund,refunds,5,-5",
        "settled-order-not-paid,order_settled,refunds,5,-5"
    })
    void a_planted_booking_is_found(
            String check, String kind, String account, long first, long second) {
        plant(
                BOOKING.formatted(id, "planted:" + id, kind, account, id.toString(), first, second),
                check);
    }

    @Test
    void a_booking_without_its_lines_is_found() {
        plant(
                "insert into ledger_transaction values ('%1$s', 'planted:%1$s', 'payment_surplus', 2, now());"
                        .formatted(id),
                "transaction-not-complete");
    }

    @Test
    void a_captured_payment_without_its_booking_is_found() {
        plant(PAYMENT.formatted(id, "captured", "null"), "captured-payment-not-booked");
    }

    @Test
    void a_captured_payment_with_another_amount_is_found() {
        plant(
                PAYMENT.formatted(id, "captured", "null")
                        + BOOKING.formatted(
                                id,
                                "payment-captured:" + id,
                                "payment_captured",
                                "customer_wallet",
                                id.toString(),
                                -499,
                                499),
                "captured-payment-not-booked");
    }

    @Test
    void a_flagged_payment_without_its_booking_is_found() {
        plant(PAYMENT.formatted(id, "flagged", "'planted'"), "flagged-payment-not-unallocated");
    }

    @ParameterizedTest
    @CsvSource({
        "held,hold-without-waiting-order",
        "held,holds-not-their-account",
        "spent,wallet-share-not-its-payment"
    })
    void a_planted_share_of_a_wallet_is_found(String state, String check) {
        plant(
                """
                insert into wallet_contribution (subject, owner, asset, state, time, paid_minor,
                    granted_minor, grants, changed_at)
                values ('%1$s', '%1$s', 'EUR', '%2$s', 1, 5, 0, '[]', now());"""
                        .formatted(id, state),
                check);
    }

    @Test
    void a_paid_order_without_its_booking_is_found() {
        plant(PAID_ORDER.formatted(id), "paid-order-not-settled");
    }

    @Test
    void a_paid_order_that_was_settled_for_another_amount_is_found() {
        plant(PAID_ORDER.formatted(id) + settled(499), "paid-order-not-settled");
    }

    @Test
    void a_paid_order_without_its_payment_is_found() {
        plant(PAID_ORDER.formatted(id) + settled(500), "paid-order-without-captured-payment");
    }

    @Test
    void a_paid_order_whose_payment_was_not_captured_is_found() {
        plant(
                PAID_ORDER.formatted(id)
                        + settled(500)
                        + PAYMENT.formatted(id, "flagged", "'planted'"),
                "paid-order-without-captured-payment");
    }

    @Test
    void a_paid_order_that_gave_no_days_an_hour_ago_is_found() {
        plant(PAID_ORDER.formatted(id) + settled(500), "paid-order-not-extended");
    }

    private String settled(long amount) {
        return BOOKING.formatted(
                id, "order-settled:" + id, "order_settled", "revenue", "", -amount, amount);
    }

    @Test
    void an_extension_without_a_paid_order_is_found() {
        plant(
                """
                insert into subscription (id, account_id, status, plan_id, plan_name, traffic_reset,
                    server_groups, started_at, expire_at)
                values ('%1$s', '%1$s', 'active', '%1$s', '{}', 'NO_RESET', '{}', now(),
                    timestamptz '2030-01-02T00:00:00Z');
                insert into subscription_extension values ('%1$s', '%1$s', 1, timestamptz '2030-01-01T00:00:00Z',
                    timestamptz '2030-01-01T00:00:00Z', timestamptz '2030-01-02T00:00:00Z', now());"""
                        .formatted(id),
                "extended-order-not-paid");
    }

    @Test
    void a_subscription_that_ends_elsewhere_than_its_extensions_is_found() {
        plant(
                """
                insert into subscription (id, account_id, status, plan_id, plan_name, traffic_reset,
                    server_groups, started_at, expire_at)
                values ('%1$s', '%1$s', 'active', '%1$s', '{}', 'NO_RESET', '{}', now(), now());"""
                        .formatted(id),
                "subscription-end-not-its-extensions");
    }

    @Test
    void a_payment_by_wallet_that_paid_no_order_is_found() {
        plant(
                PAYMENT.formatted(id, "captured", "null").replace("'nobody'", "'wallet'"),
                "wallet-payment-without-paid-order");
    }

    @Test
    void a_grant_that_was_never_booked_is_found() {
        plant(
                """
                insert into wallet_grant values ('%1$s', '%1$s', 'EUR', 500, 400, now(), null, 0);"""
                        .formatted(id),
                "grants-not-their-account");
    }

    @Test
    void the_feed_is_read_piece_by_piece_newest_first() {
        String admin = Logins.admin();
        JsonPath first = get(admin, "transactions?limit=2");
        List<String> ids = first.getList("items.id");
        assertThat(ids).hasSizeLessThanOrEqualTo(2).isSortedAccordingTo((a, b) -> b.compareTo(a));
        if (first.getString("nextCursor") != null) {
            JsonPath next =
                    get(admin, "transactions?limit=2&cursor=" + first.getString("nextCursor"));
            assertThat(next.<String>getList("items.id")).doesNotContainAnyElementsOf(ids);
        }
        first.<List<Map<String, Object>>>getList("items.postings")
                .forEach(postings -> assertThat(postings).hasSizeGreaterThanOrEqualTo(2));
    }

    @Test
    void the_books_are_for_staff() {
        for (String path : new String[] {"proof", "transactions"}) {
            given().get("/api/v1/admin/ledger/" + path).then().statusCode(401);
            customers.someone().asks().get("/api/v1/admin/ledger/" + path).then().statusCode(403);
        }
    }

    @Test
    void a_cursor_that_is_not_ours_or_a_bad_limit_is_refused() {
        for (String query : new String[] {"cursor=x", "limit=0", "limit=201"}) {
            given().auth()
                    .oauth2(Logins.admin())
                    .get("/api/v1/admin/ledger/transactions?" + query)
                    .then()
                    .statusCode(400);
        }
    }

    /** Plants behind the triggers, looks, and takes it away again. */
    private void plant(String sql, String check) {
        String admin = Logins.admin();
        behindTheTriggers(sql);
        try {
            JsonPath proof = get(admin, "proof");
            assertThat(proof.getBoolean("balanced")).isFalse();
            assertThat(proof.<String>getList("differences.check")).contains(check);
        } finally {
            behindTheTriggers(CLEAR.formatted(id));
        }
        assertThat(get(admin, "proof").<String>getList("differences.check")).doesNotContain(check);
    }

    private void behindTheTriggers(String sql) {
        pool.withTransaction(
                        connection ->
                                connection
                                        .query(
                                                "set local session_replication_role = replica; "
                                                        + sql)
                                        .execute())
                .await()
                .indefinitely();
    }

    private static JsonPath get(String token, String path) {
        return given().auth()
                .oauth2(token)
                .get("/api/v1/admin/ledger/" + path)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }
}
