package io.cybervpn.presentation.invoicing;

import static org.assertj.core.api.Assertions.assertThat;

import io.cybervpn.presentation.identity.Logins;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Whatever is wrong with invoices, notes, numbers and taxes is found by the proof of the books. */
@QuarkusTest
class InvoiceProofTest {
    private static final String INVOICE =
            """
            insert into invoice (id, account_id, order_id, status, asset, net_minor, tax_minor, total_minor,
                buyer, lines, note, version, created_at, series, sequence, number, seller, issued_at, due_at,
                paid_at)
            values ('%1$s', '%1$s', '%1$s', 'paid', 'EUR', 400, 100, 500, '{}', '[]', '', 1, '2001-01-01',
                'PLANTED', 1, '%1$s', '{}', '2001-01-01', '2001-01-01', '2001-01-01');
            insert into document_series values ('PLANTED', 1) on conflict (series) do update set last = 1;""";
    private static final String NOTE =
            """
            insert into credit_note (id, invoice_id, refund_id, series, sequence, number, reason, asset,
                tax_minor, total_minor, lines, issued_at)
            values ('%1$s', '%1$s', '%1$s', 'PLANTED', 2, 'note %1$s', 'other', 'EUR', 100, 501, '[]',
                '2001-01-01');
            update document_series set last = 2 where series = 'PLANTED';""";
    private static final String REFUND =
            """
            insert into payment (id, subject, payer, provider, state, amount_minor, asset, description,
                subscription_days, created_at, expires_at, provider_reference, received_minor,
                received_asset, paid_at, closed_at)
            values ('%1$s', '%1$s', '%1$s', 'nobody', 'captured', 500, 'EUR', 'planted', 30, '2001-01-01',
                '2001-01-02', '%1$s', 500, 'EUR', '2001-01-01', '2001-01-01');
            insert into refund (id, payment_id, state, cause, destination, amount_minor, asset, sale_minor,
                sale_total_minor, wallet_minor, unallocated_minor, excess_minor, request_key, reason,
                created_at, closed_at)
            values ('%1$s', '%1$s', 'succeeded', 'staff', 'wallet', 300, 'EUR', 300, 500, 0, 0, 0,
                'planted', '', '2001-01-01', '2001-01-01');""";
    private static final String PAID_ORDER =
            """
            insert into sales_order (id, account_id, request_key, status, payment_method, plan_id,
                plan_code, tier, plan_name, term_days, asset, price_minor, total_minor,
                traffic_reset, server_groups, created_at, expires_at, payment_id, paid_at)
            values ('%1$s', '%1$s', 'planted', 'paid', 'nobody', '%1$s', 'planted', 'pro', '{}', 30,
                'EUR', 500, 500, 'no_reset', '{}', '2001-01-01', '2001-01-02', '%1$s', '2001-01-01');
            insert into ledger_transaction (id, business_key, kind, posting_count, at)
            values ('%1$s', 'order-settled:%1$s', 'order_settled', 2, '2001-01-01');""";
    private static final String TAX =
            """
            insert into ledger_transaction (id, business_key, kind, posting_count, at)
            values ('%1$s', 'invoice-tax:%1$s', 'invoice_tax', 2, '2001-01-01');""";
    private static final String CLEAR =
            """
            delete from credit_note where id = '%1$s';
            delete from invoice where id = '%1$s';
            delete from document_series where series = 'PLANTED';
            delete from refund where id = '%1$s';
            delete from payment where id = '%1$s';
            delete from sales_order where id = '%1$s';
            delete from ledger_transaction where id = '%1$s';""";

    @Inject Pool pool;

    private final String id = UUID.randomUUID().toString();

    @AfterEach
    void take_it_away() {
        behindTheTriggers(CLEAR);
        assertThat(checks(id)).isEmpty();
        assertThat(checks("PLANTED")).isEmpty();
    }

    private void behindTheTriggers(String sql) {
        pool.withTransaction(
                        connection ->
                                connection
                                        .query(
                                                "set local session_replication_role = replica; "
                                                        + sql.formatted(id))
                                        .execute())
                .await()
                .indefinitely();
    }

    /** What the proof says of a subject. */
    private static List<String> checks(String subject) {
        return RestAssured.given()
                .auth()
                .oauth2(Logins.admin())
                .get("/api/v1/admin/ledger/proof")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getList("differences.findAll { it.subject == '" + subject + "' }.check");
    }

    @Test
    void an_invoice_of_nothing_whose_tax_is_not_in_the_books() {
        behindTheTriggers(INVOICE);
        assertThat(checks(id)).contains("invoice-not-its-order", "invoice-tax-not-booked");
        assertThat(checks("PLANTED")).isEmpty();
    }

    @Test
    void a_number_that_nothing_has() {
        behindTheTriggers("insert into document_series values ('PLANTED', 2)");
        assertThat(checks("PLANTED")).containsExactly("document-number-missing");
        behindTheTriggers(INVOICE + "update document_series set last = 3 where series = 'PLANTED'");
        assertThat(checks("PLANTED")).containsExactly("document-number-missing");
    }

    @Test
    void a_note_of_more_than_its_invoice_whose_tax_is_not_in_the_books() {
        behindTheTriggers(INVOICE + NOTE);
        assertThat(checks(id)).contains("credited-beyond-invoice");
        assertThat(checks("note " + id)).containsExactly("credit-note-tax-not-booked");
        assertThat(checks("PLANTED")).isEmpty();
    }

    @Test
    void a_refund_without_a_note_and_one_whose_note_says_another_sum() {
        behindTheTriggers(INVOICE + REFUND);
        assertThat(checks(id)).contains("refund-without-credit-note");
        behindTheTriggers(NOTE);
        assertThat(checks(id)).contains("refund-without-credit-note");
        behindTheTriggers("update credit_note set total_minor = 300 where id = '%1$s'");
        assertThat(checks(id)).doesNotContain("refund-without-credit-note");
    }

    @Test
    void a_paid_order_that_has_no_invoice() {
        behindTheTriggers(PAID_ORDER);
        assertThat(checks(id)).contains("paid-order-without-invoice");
        behindTheTriggers(INVOICE);
        assertThat(checks(id)).doesNotContain("paid-order-without-invoice");
        assertThat(checks(id)).doesNotContain("invoice-not-its-order");
    }

    @Test
    void an_invoice_of_staff_that_is_paid_by_nothing() {
        behindTheTriggers(
                INVOICE
                        + "update invoice set order_id = null, written_by = id, request_key = 'planted'"
                        + " where id = '%1$s';");
        assertThat(checks(id))
                .contains("paid-invoice-not-settled", "paid-invoice-without-captured-payment");
    }

    @Test
    void an_invoice_in_the_books_that_is_not_there() {
        behindTheTriggers(
                TAX.replace("invoice-tax:", "invoice-settled:")
                        .replace("'invoice_tax'", "'invoice_settled'"));
        assertThat(checks("invoice-settled:" + id)).contains("settled-invoice-not-paid");
    }

    @Test
    void a_tax_in_the_books_that_no_document_says() {
        behindTheTriggers(TAX);
        assertThat(checks("invoice-tax:" + id)).contains("tax-of-no-document");
    }
}
