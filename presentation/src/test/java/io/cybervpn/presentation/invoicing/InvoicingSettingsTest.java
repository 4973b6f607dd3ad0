package io.cybervpn.presentation.invoicing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.cybervpn.presentation.identity.StaffMembers;
import io.cybervpn.presentation.identity.StaffMembers.Member;
import io.cybervpn.presentation.shared.Customers.Customer;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Inject;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is printed on invoices, and the taxes that go back with the money. */
@QuarkusTest
class InvoicingSettingsTest {
    private static final String SETTINGS = "/api/v1/admin/invoicing";

    @Inject Invoicing invoicing;
    @Inject StaffMembers staff;

    private Customer buyer;
    private Member clerk;

    @BeforeEach
    void somebody_comes() {
        buyer = invoicing.richCustomer();
        clerk = invoicing.clerk();
    }

    private ValidatableResponse tax(String id, String country, int basisPoints, String from) {
        return clerk.decides()
                .body(
                        """
                        {"country":"%s","code":"vat","name":"VAT","rateBasisPoints":%d,"inclusive":false,
                         "validFrom":"%s","validTo":null}"""
                                .formatted(country, basisPoints, from))
                .put(SETTINGS + "/tax-rates/" + id)
                .then();
    }

    private static String id() {
        return UUID.randomUUID().toString();
    }

    /** Buys with a fifth of the net price on top of it, in a country of its own; the payment. */
    private String buyTaxed() {
        String rate = id();
        tax(rate, "XT", 2_000, "2001-01-01").statusCode(200);
        buyer.asks()
                .body("{\"name\":\"\",\"address\":\"\",\"taxId\":\"\",\"country\":\"XT\"}")
                .put("/api/v1/billing-details")
                .then()
                .statusCode(200);
        String payment = Invoicing.buy(buyer);
        Invoicing.listedWhen(buyer, 1);
        clerk.decides().delete(SETTINGS + "/tax-rates/" + rate).then().statusCode(204);
        clerk.decides().delete(SETTINGS + "/tax-rates/" + rate).then().statusCode(204);
        return payment;
    }

    @Test
    void the_price_contains_the_tax() {
        buyTaxed();
        JsonPath invoice = Invoicing.only(buyer);
        assertThat(invoice.getString("total.amount")).isEqualTo("199.00");
        assertThat(invoice.getString("tax.amount")).isEqualTo("33.17");
        assertThat(invoice.getString("net.amount")).isEqualTo("165.83");
        assertThat(invoice.getString("lines[0].taxes[0].code")).isEqualTo("vat");
        Invoicing.proofHasNothingOf(clerk, invoice.getString("number"));
    }

    @Test
    void each_refund_has_a_note_that_takes_its_tax_back() {
        String payment = buyTaxed();
        String half = Invoicing.refund(clerk, payment, "99.50");
        String rest = Invoicing.refund(clerk, payment, "99.50");
        JsonPath noted =
                await().atMost(Invoicing.PATIENCE)
                        .until(
                                () -> Invoicing.only(buyer),
                                seen -> seen.getList("creditNotes").size() == 2);
        assertThat(noted.getList("creditNotes.refundId", String.class))
                .containsExactlyInAnyOrder(half, rest);
        assertThat(noted.getList("creditNotes.total.amount", String.class)).containsOnly("99.50");
        assertThat(noted.getList("creditNotes.tax.amount", String.class))
                .containsExactlyInAnyOrder("16.58", "16.59");
        String number = noted.getString("creditNotes[0].number");
        String path = Invoicing.INVOICES + "/" + noted.getString("id") + "/credit-notes/";
        buyer.asks()
                .get(path + noted.getString("creditNotes[0].id") + "/file")
                .then()
                .statusCode(200)
                .body(containsString(number))
                .body(containsString("99.50 RUB"));
        buyer.asks().get(path + id() + "/file").then().statusCode(404);
        Invoicing.proofHasNothingOf(
                clerk,
                noted.getString("number"),
                half,
                rest,
                number,
                noted.getString("creditNotes[1].number"));
    }

    @Test
    void taxes_of_a_country_fit_together() {
        String first = id();
        tax(first, "XU", 2_000, "2020-01-01")
                .statusCode(200)
                .body("rateBasisPoints", equalTo(2_000));
        tax(first, "XU", 2_100, "2020-01-01")
                .statusCode(200)
                .body("rateBasisPoints", equalTo(2_100));
        tax(id(), "XU", 1, "2020-01-01").statusCode(409).body("code", equalTo("tax_rate_overlaps"));
        tax(id(), "XU", 10_001, "2020-01-01").statusCode(400);
        tax(id(), "xu", 1, "2020-01-01").statusCode(400);
        tax(id(), "XU", 1, "2020-02-30").statusCode(400);
        tax(id(), "XU", 1, "today").statusCode(400);
        clerk.asks()
                .get(SETTINGS)
                .then()
                .statusCode(200)
                .body("taxRates.find { it.id == '" + first + "' }.rateBasisPoints", equalTo(2_100));
        clerk.decides().delete(SETTINGS + "/tax-rates/" + first).then().statusCode(204);
    }

    @Test
    void the_seller_is_on_what_comes_and_not_on_what_was() {
        Invoicing.buy(buyer);
        JsonPath before = Invoicing.only(buyer);
        JsonObject old =
                new JsonObject(
                                clerk.asks()
                                        .get(SETTINGS)
                                        .then()
                                        .statusCode(200)
                                        .extract()
                                        .asString())
                        .getJsonObject("seller");
        assertThat(before.getString("seller.name")).isEqualTo(old.getString("name"));
        JsonObject other = old.copy().put("name", "Seller " + UUID.randomUUID());
        clerk.asks().body(other.encode()).put(SETTINGS + "/seller").then().statusCode(400);
        staff.withRole("support")
                .decides()
                .body(other.encode())
                .put(SETTINGS + "/seller")
                .then()
                .statusCode(403);
        clerk.decides().body(other.encode()).put(SETTINGS + "/seller").then().statusCode(200);
        Invoicing.buy(buyer);
        JsonPath after = Invoicing.listedWhen(buyer, 2);
        clerk.decides().body(old.encode()).put(SETTINGS + "/seller").then().statusCode(200);
        assertThat(after.getString("items[0].seller.name")).isEqualTo(other.getString("name"));
        assertThat(after.getString("items[1].seller.name")).isEqualTo(old.getString("name"));
        clerk.asks()
                .queryParam("action", "invoicing.set_seller")
                .get("/api/v1/admin/audit")
                .then()
                .body(containsString(other.getString("name")));
    }

    @Test
    void series_of_both_kinds_never_meet() {
        clerk.decides()
                .body("{\"prefix\":\"INV\",\"yearly\":false,\"digits\":6}")
                .put(SETTINGS + "/series/credit_note")
                .then()
                .statusCode(409)
                .body("code", equalTo("series_clash"));
        clerk.decides()
                .body("{\"prefix\":\"inv\",\"yearly\":true,\"digits\":0}")
                .put(SETTINGS + "/series/invoice")
                .then()
                .statusCode(400);
        clerk.decides()
                .body("{\"prefix\":\"CN\",\"yearly\":true,\"digits\":6}")
                .put(SETTINGS + "/series/credit_note")
                .then()
                .statusCode(200)
                .body("prefix", equalTo("CN"));
        clerk.decides()
                .body("{\"prefix\":\"CN\",\"yearly\":true,\"digits\":6}")
                .put(SETTINGS + "/series/odd")
                .then()
                .statusCode(404);
    }
}
