package io.cybervpn.presentation.invoicing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import io.cybervpn.presentation.identity.StaffMembers.Member;
import io.cybervpn.presentation.shared.Customers.Customer;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** R97, R98: what is paid has an invoice. */
@QuarkusTest
class InvoicesTest {
    @Inject Invoicing invoicing;
    @Inject Pool pool;

    private Customer buyer;
    private Member clerk;

    @BeforeEach
    void somebody_comes() {
        buyer = invoicing.richCustomer();
        clerk = invoicing.clerk();
    }

    private List<Row> rows(String sql) {
        return StreamSupport.stream(
                        pool.query(sql).execute().await().indefinitely().spliterator(), false)
                .toList();
    }

    @Test
    void a_paid_order_has_an_invoice_that_only_its_buyer_and_staff_see() {
        buyer.asks()
                .body(
                        "{\"name\":\"Анна\",\"address\":\"Улица 1\\nГород\",\"taxId\":\"77\",\"country\":\"\"}")
                .put("/api/v1/billing-details")
                .then()
                .statusCode(200)
                .body("name", equalTo("Анна"));
        Invoicing.buy(buyer);
        JsonPath invoice = Invoicing.only(buyer);
        String path = Invoicing.INVOICES + "/" + invoice.getString("id");
        assertThat(invoice.getString("number")).matches("INV-\\d{4}-\\d{6}");
        assertThat(invoice.getString("status")).isEqualTo("paid");
        assertThat(invoice.getString("state")).isEqualTo("paid");
        assertThat(invoice.getString("total.amount")).isEqualTo("199.00");
        assertThat(invoice.getString("tax.amount")).isEqualTo("0.00");
        assertThat(invoice.getString("lines[0].type")).isEqualTo("plan");
        assertThat(invoice.getString("lines[0].description")).contains("30");
        assertThat(invoice.getString("buyer.taxId")).isEqualTo("77");
        staffSee(invoice);
        Invoicing.proofHasNothingOf(
                clerk, invoice.getString("number"), invoice.getString("orderId"));
        invoicing.richCustomer().asks().get(path).then().statusCode(404);
        invoicing.richCustomer().asks().get(path + "/file").then().statusCode(404);
    }

    @Test
    void what_a_customer_writes_is_text_on_his_invoice() {
        buyer.asks()
                .body("{\"name\":\"<b>Анна</b>\",\"address\":\"\",\"taxId\":\"\",\"country\":\"\"}")
                .put("/api/v1/billing-details")
                .then()
                .statusCode(200);
        Invoicing.buy(buyer);
        JsonPath invoice = Invoicing.only(buyer);
        String path = Invoicing.INVOICES + "/" + invoice.getString("id");
        buyer.asks()
                .header("Accept-Language", "ru")
                .get(path + "/file")
                .then()
                .statusCode(200)
                .contentType(startsWith("text/html"))
                .header("Content-Security-Policy", containsString("default-src 'none'"))
                .header("Content-Language", "ru")
                .body(containsString("&lt;b&gt;Анна&lt;/b&gt;"))
                .body(not(containsString("<b>")))
                .body(containsString("Счёт " + invoice.getString("number")));
        buyer.asks().get(path + "/file?format=doc").then().statusCode(400);
    }

    @Test
    void an_invoice_is_a_pdf_too() {
        Invoicing.buy(buyer);
        JsonPath invoice = Invoicing.only(buyer);
        byte[] file =
                buyer.asks()
                        .get(
                                Invoicing.INVOICES
                                        + "/"
                                        + invoice.getString("id")
                                        + "/file?format=pdf")
                        .then()
                        .statusCode(200)
                        .contentType("application/pdf")
                        .header(
                                "Content-Disposition",
                                containsString(invoice.getString("number") + ".pdf"))
                        .extract()
                        .asByteArray();
        assertThat(new String(file, StandardCharsets.ISO_8859_1))
                .startsWith("%PDF-1.7")
                .endsWith("%%EOF\n");
    }

    private void staffSee(JsonPath invoice) {
        clerk.asks()
                .queryParam("accountId", buyer.id().value())
                .queryParam("status", "paid")
                .queryParam("number", invoice.getString("number"))
                .get("/api/v1/admin/invoices")
                .then()
                .statusCode(200)
                .body("items", hasSize(1))
                .body("items[0].accountId", equalTo(buyer.id().value().toString()))
                .body("page.total", equalTo(1));
        clerk.asks()
                .get("/api/v1/admin/invoices/" + invoice.getString("id") + "/file")
                .then()
                .statusCode(200);
    }

    @Test
    void lists_are_filtered_and_nonsense_is_refused() {
        Invoicing.buy(buyer);
        Invoicing.listedWhen(buyer, 1);
        buyer.asks().get(Invoicing.INVOICES + "?status=cancelled").then().body("items", hasSize(0));
        buyer.asks().get(Invoicing.INVOICES + "?state=draft").then().body("items", hasSize(0));
        buyer.asks()
                .get(Invoicing.INVOICES + "?state=paid&status=pending")
                .then()
                .body("items", hasSize(0));
        buyer.asks()
                .get(Invoicing.INVOICES + "?state=paid&status=paid")
                .then()
                .body("items", hasSize(1));
        buyer.asks()
                .get(Invoicing.INVOICES + "?count=false&issuedTo=2001-01-01T00:00:00Z")
                .then()
                .body("items", hasSize(0))
                .body("page.total", nullValue());
        buyer.asks().get(Invoicing.INVOICES + "?status=odd").then().statusCode(400);
        buyer.asks().get(Invoicing.INVOICES + "?issuedFrom=odd").then().statusCode(400);
        clerk.asks()
                .get("/api/v1/admin/invoices?accountId=" + buyer.id().value() + "&state=draft")
                .then()
                .body("items", hasSize(0));
    }

    @Test
    void numbers_have_no_gap_when_many_buy_at_once() {
        List<Customer> crowd =
                IntStream.range(0, 24).mapToObj(_ -> invoicing.richCustomer()).toList();
        crowd.stream()
                .map(one -> CompletableFuture.runAsync(() -> Invoicing.buy(one)))
                .toList()
                .forEach(CompletableFuture::join);
        crowd.forEach(one -> Invoicing.listedWhen(one, 1));
        rows("select distinct series from invoice where series is not null and series like 'INV-20%'")
                .forEach(row -> assertNoGap(row.getString("series")));
    }

    private void assertNoGap(String series) {
        List<Long> given =
                rows("select sequence from invoice where series = '" + series + "' order by 1")
                        .stream()
                        .map(row -> row.getLong("sequence"))
                        .toList();
        assertThat(given)
                .containsExactlyElementsOf(
                        LongStream.rangeClosed(1, given.size()).boxed().toList());
    }

    @Test
    void what_is_finalised_is_never_changed_nor_removed() {
        Invoicing.buy(buyer);
        String id = Invoicing.only(buyer).getString("id");
        assertRefused("update invoice set total_minor = 1, net_minor = 1 where id = $1", id);
        assertRefused("update invoice set buyer = '{}' where id = $1", id);
        assertRefused("delete from invoice where id = $1", id);
    }

    private void assertRefused(String sql, String id) {
        assertThatThrownBy(
                        () ->
                                pool.preparedQuery(sql)
                                        .execute(Tuple.of(UUID.fromString(id)))
                                        .await()
                                        .indefinitely())
                .hasMessageContaining("INV-");
    }
}
