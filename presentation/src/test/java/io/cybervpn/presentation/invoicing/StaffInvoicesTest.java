package io.cybervpn.presentation.invoicing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.nullValue;

import io.cybervpn.presentation.identity.StaffMembers.Member;
import io.cybervpn.presentation.shared.Customers.Customer;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Inject;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** R97: invoices that staff write by hand, until somebody owes them or nobody any more. */
@QuarkusTest
class StaffInvoicesTest {
    private static final String ADMIN = Invoicing.ADMIN;

    @Inject Invoicing invoicing;

    private Customer buyer;
    private Member clerk;

    @BeforeEach
    void somebody_comes() {
        buyer = invoicing.richCustomer();
        clerk = invoicing.clerk();
    }

    private Response write(String key, JsonObject body) {
        return clerk.asks().header("Idempotency-Key", key).body(body.encode()).post(ADMIN);
    }

    private JsonObject wish(JsonObject text) {
        return new JsonObject()
                .put("accountId", buyer.id().value().toString())
                .put("currency", "RUB")
                .put("text", text);
    }

    private static String key() {
        return UUID.randomUUID().toString();
    }

    @Test
    void a_draft_is_seen_by_staff_alone_until_it_is_finalised() {
        String key = key();
        JsonObject wish = wish(Invoicing.text("fee", "150.00"));
        JsonPath draft = write(key, wish).then().statusCode(201).extract().jsonPath();
        String id = draft.getString("invoice.id");
        assertThat(draft.getString("invoice.state")).isEqualTo("draft");
        assertThat(draft.getString("invoice.number")).isNull();
        write(key, wish)
                .then()
                .statusCode(201)
                .header("Idempotency-Replayed", "true")
                .body("invoice.id", equalTo(id));
        buyer.asks().get(Invoicing.INVOICES + "/" + id).then().statusCode(404);
        buyer.asks().get(Invoicing.INVOICES).then().body("items", hasSize(0));
        assertThat(Invoicing.pay(buyer, id, "wallet", false).statusCode()).isEqualTo(404);
        clerk.asks()
                .post(ADMIN + "/" + id + "/finalize")
                .then()
                .statusCode(200)
                .body("invoice.number", matchesPattern("INV-\\d{4}-\\d{6}"));
        clerk.asks().post(ADMIN + "/" + id + "/finalize").then().statusCode(200);
        buyer.asks()
                .get(Invoicing.INVOICES + "?status=pending")
                .then()
                .body("items", hasSize(1))
                .body("items[0].state", equalTo("open"))
                .body("items[0].note", equalTo("Thanks"))
                .body("items[0].orderId", nullValue());
        buyer.asks().get(Invoicing.INVOICES + "/" + id + "/file").then().statusCode(200);
        clerk.asks().delete(ADMIN + "/" + id).then().statusCode(409);
        invoicing.richCustomer().asks().get(Invoicing.INVOICES + "/" + id).then().statusCode(404);
    }

    @Test
    void two_who_edit_at_once_are_told() {
        String id = Invoicing.draft(clerk, buyer, "150.00");
        clerk.asks()
                .header("If-Match", "\"0\"")
                .body(Invoicing.text("fee", "200.00").encode())
                .put(ADMIN + "/" + id)
                .then()
                .statusCode(200)
                .header("ETag", "\"1\"")
                .body("version", equalTo(1))
                .body("invoice.total.amount", equalTo("200.00"));
        clerk.asks()
                .header("If-Match", "\"0\"")
                .body(Invoicing.text("fee", "300.00").encode())
                .put(ADMIN + "/" + id)
                .then()
                .statusCode(412)
                .body("code", equalTo("version_stale"));
        clerk.asks()
                .header("If-Match", "\"0\"")
                .post(ADMIN + "/" + id + "/finalize")
                .then()
                .statusCode(412);
        clerk.asks().delete(ADMIN + "/" + id).then().statusCode(204);
        clerk.asks().get(ADMIN + "/" + id).then().statusCode(404);
    }

    @Test
    void nonsense_is_refused_and_changes_nothing() {
        write(key(), wish(Invoicing.text("plan", "150.00")))
                .then()
                .statusCode(422)
                .body("code", equalTo("invoice_not_possible"))
                .body("params.why", equalTo("line_type"));
        write(key(), wish(Invoicing.text("discount", "150.00")))
                .then()
                .statusCode(422)
                .body("params.why", equalTo("nothing_to_pay"));
        write(key(), wish(Invoicing.text("bribe", "150.00"))).then().statusCode(400);
        write(key(), wish(Invoicing.text("fee", "0.00"))).then().statusCode(400);
        write(key(), wish(Invoicing.text("fee", "1.001"))).then().statusCode(400);
        write(key(), wish(Invoicing.text("fee", "1.00").put("dueDays", 366)))
                .then()
                .statusCode(400)
                .body("errors[0].pointer", equalTo("/text/dueDays"));
        write(key(), wish(Invoicing.text("fee", "1.00").put("lines", new JsonArray())))
                .then()
                .statusCode(422)
                .body("params.why", equalTo("line_count"));
        write(key(), wish(Invoicing.text("fee", "1.00")).put("currency", "EUR"))
                .then()
                .statusCode(422)
                .body("params.why", equalTo("other_currency"));
        write(key(), wish(Invoicing.text("fee", "1.00")).put("accountId", key()))
                .then()
                .statusCode(404);
        clerk.asks()
                .body(wish(Invoicing.text("fee", "1.00")).encode())
                .post(ADMIN)
                .then()
                .statusCode(400);
        clerk.asks()
                .get(ADMIN + "?accountId=" + buyer.id().value())
                .then()
                .body("items", hasSize(0));
    }

    @Test
    void what_is_withdrawn_or_given_up_says_why_and_is_not_pending_any_more() {
        String id = Invoicing.open(clerk, buyer, "150.00");
        clerk.asks().post(ADMIN + "/" + id + "/void").then().statusCode(400);
        clerk.decides()
                .post(ADMIN + "/" + id + "/uncollectible")
                .then()
                .statusCode(200)
                .body("invoice.state", equalTo("uncollectible"))
                .body("closeReason", equalTo("a decision of a test"));
        clerk.decides()
                .post(ADMIN + "/" + id + "/void")
                .then()
                .statusCode(200)
                .body("invoice.state", equalTo("void"))
                .body("invoice.status", equalTo("cancelled"));
        buyer.asks().get(Invoicing.INVOICES + "?status=cancelled").then().body("items", hasSize(1));
        assertThat(Invoicing.pay(buyer, id, "wallet", false).jsonPath().getString("code"))
                .isEqualTo("invoice_state");
        Invoicing.proofHasNothingOf(clerk, id);
    }
}
