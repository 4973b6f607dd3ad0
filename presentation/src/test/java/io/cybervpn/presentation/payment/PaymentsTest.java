package io.cybervpn.presentation.payment;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import io.cybervpn.application.payment.PaymentView;
import io.cybervpn.application.payment.StartPayment;
import io.cybervpn.presentation.identity.Logins;
import io.cybervpn.presentation.shared.Customers;
import io.cybervpn.presentation.shared.Customers.Customer;
import io.cybervpn.presentation.shared.ShopWorld;
import io.cybervpn.sandbox.http.Fault;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Payments over HTTP (R69, R70, R71, R89, R91). */
@QuarkusTest
class PaymentsTest {
    private static final String PAYMENTS = "/api/v1/payments/";

    @Inject Till till;
    @Inject Customers customers;

    @AfterEach
    void allIsWellAgain() {
        ShopWorld.sandbox().cryptoPay().faults().clear();
        ShopWorld.sandbox().cryptoPay().webhooks().release();
    }

    private PaymentView startedBy(Customer customer) {
        StartPayment.Result result = till.startFor(customer.id(), Duration.ofHours(1));
        return ((StartPayment.Result.Started) result).payment();
    }

    @Test
    void a_payment_is_shown_to_its_payer() {
        Customer customer = customers.someone();
        PaymentView payment = startedBy(customer);

        customer.asks()
                .get(PAYMENTS + payment.id().value())
                .then()
                .statusCode(200)
                .body("id", equalTo(payment.id().value().toString()))
                .body("orderId", equalTo(payment.subject().toString()))
                .body("provider", equalTo("cryptobot"))
                .body("status", equalTo("pending"))
                .body("state", equalTo("pending"))
                .body("amount.amount", equalTo("199.00"))
                .body("amount.currency", equalTo("RUB"))
                .body("payUrl", startsWith("http"))
                .body("subscriptionDays", equalTo(30))
                .body("createdAt", notNullValue())
                .body("paidAt", nullValue());
    }

    @Test
    void a_foreign_or_unknown_or_malformed_id_is_not_found() {
        PaymentView payment = till.start();
        Customer customer = customers.someone();
        for (String id :
                new String[] {payment.id().value().toString(), UUID.randomUUID().toString(), "x"}) {
            customer.asks().get(PAYMENTS + id).then().statusCode(404);
            customer.asks().post(PAYMENTS + id + "/check").then().statusCode(404);
        }
    }

    @Test
    void nobody_without_a_login_sees_payments() {
        given().get("/api/v1/payments").then().statusCode(401);
        given().get(PAYMENTS + UUID.randomUUID()).then().statusCode(401);
        given().post(PAYMENTS + UUID.randomUUID() + "/check").then().statusCode(401);
        given().get("/api/v1/admin/payments").then().statusCode(401);
    }

    @Test
    void the_check_button_finds_the_money() {
        Customer customer = customers.someone();
        PaymentView payment = startedBy(customer);
        ShopWorld.sandbox().cryptoPay().faults().add(Fault.of(Fault.Kind.HOLD_WEBHOOKS, 0));
        ShopWorld.sandbox().cryptoPay().invoices().pay(CryptoBotStand.invoiceId(payment));

        for (int i = 0; i < 2; i++) {
            customer.asks()
                    .post(PAYMENTS + payment.id().value() + "/check")
                    .then()
                    .statusCode(200)
                    .body("status", equalTo("completed"))
                    .body("state", equalTo("captured"))
                    .body("payUrl", nullValue())
                    .body("paidAt", notNullValue());
        }
        assertThat(till.effect(payment)).isEqualTo(Till.Effect.CAPTURED_ONCE);
    }

    @Test
    void a_provider_that_does_not_answer_is_503_and_to_be_asked_again() {
        Customer customer = customers.someone();
        PaymentView payment = startedBy(customer);
        ShopWorld.sandbox()
                .cryptoPay()
                .faults()
                .add(Fault.of(Fault.Kind.ERROR, 500).on("", "/api/getInvoices"));

        customer.asks()
                .post(PAYMENTS + payment.id().value() + "/check")
                .then()
                .statusCode(503)
                .header("Retry-After", notNullValue())
                .body("code", equalTo("provider_unavailable"))
                .body("retryable", equalTo(true));
    }

    @Test
    void the_list_is_ones_own_newest_first_and_paged() {
        Customer customer = customers.someone();
        PaymentView first = startedBy(customer);
        PaymentView second = startedBy(customer);
        till.start();

        customer.asks()
                .get("/api/v1/payments?size=1")
                .then()
                .statusCode(200)
                .body("items.id", contains(second.id().value().toString()))
                .body("page.total", equalTo(2))
                .body("page.totalPages", equalTo(2));
        customer.asks()
                .get("/api/v1/payments?size=1&page=1&count=false")
                .then()
                .body("items.id", contains(first.id().value().toString()))
                .body("page.total", nullValue());
        customer.asks().get("/api/v1/payments?size=0").then().statusCode(400);
        customer.asks().get("/api/v1/payments?page=-1").then().statusCode(400);
        customer.asks().get("/api/v1/payments?count=yes").then().statusCode(400);
    }

    @Test
    void staff_find_what_is_flagged_and_why() {
        PaymentView payment = till.start();
        CryptoBotStand stand = new CryptoBotStand();
        Push push = stand.saying(CryptoBotStand.paidInvoice(payment).put("amount", "1.00"));
        assertThat(push.deliver()).isEqualTo(200);
        till.awaitInbox(stand, push, "flagged");

        given().auth()
                .oauth2(Logins.admin())
                .get("/api/v1/admin/payments?state=flagged&size=200")
                .then()
                .statusCode(200)
                .body("items.payment.state", everyItem(equalTo("flagged")))
                .body("items.payment.id", hasItem(payment.id().value().toString()))
                .body("items[0].reason", startsWith("underpaid"))
                .body("items[0].received.amount", equalTo("1.00"))
                .body("items[0].accountId", equalTo(payment.payer().value().toString()))
                .body(
                        "items[0].reference",
                        equalTo(String.valueOf(CryptoBotStand.invoiceId(payment))))
                .body("items[0].payment.status", equalTo("pending"));
    }

    @Test
    void the_payments_of_everybody_are_for_staff() {
        customers.someone().asks().get("/api/v1/admin/payments").then().statusCode(403);
    }

    @Test
    void a_state_that_is_none_is_refused() {
        given().auth()
                .oauth2(Logins.admin())
                .get("/api/v1/admin/payments?state=paid")
                .then()
                .statusCode(400)
                .body("code", equalTo("validation_failed"))
                .body("errors[0].pointer", equalTo("/state"));
    }

    @Test
    void several_states_are_one_or_the_other() {
        PaymentView payment = till.start();

        given().auth()
                .oauth2(Logins.admin())
                .get("/api/v1/admin/payments?state=pending&state=created&size=200")
                .then()
                .statusCode(200)
                .body("items.payment.id", hasItem(payment.id().value().toString()))
                .body("items.payment.state", not(hasItem("captured")));
    }

    @Test
    void staff_search_by_what_a_customer_tells_them_and_leaf_through_it() {
        Customer customer = customers.someone();
        PaymentView first = startedBy(customer);
        PaymentView second = startedBy(customer);
        String id = first.id().value().toString();

        search("q=" + CryptoBotStand.invoiceId(first)).body("items.payment.id", contains(id));
        search("q=" + id + "&provider=cryptobot").body("items.payment.id", contains(id));
        search("q=" + id + "&provider=stripe").body("items", empty());
        String next =
                search("size=1&accountId=" + first.payer().value())
                        .body("items.payment.id", contains(second.id().value().toString()))
                        .body("page.total", equalTo(2))
                        .extract()
                        .path("nextCursor");
        search("size=1&accountId=" + first.payer().value() + "&cursor=" + next)
                .body("items.payment.id", contains(id))
                .body("page.total", equalTo(2));
        search("createdFrom=2999-01-01T00:00:00Z")
                .body("items", empty())
                .body("nextCursor", nullValue());
    }

    @Test
    void a_search_that_makes_no_sense_is_refused() {
        for (String query :
                List.of("createdTo=today", "cursor=first", "page=1&cursor=" + UUID.randomUUID())) {
            asked(query).statusCode(400).body("code", equalTo("validation_failed"));
        }
        asked("q=a\0b").statusCode(400);
        asked("accountId=x").statusCode(400);
    }

    private static ValidatableResponse search(String query) {
        return asked(query).statusCode(200);
    }

    private static ValidatableResponse asked(String query) {
        return given().auth().oauth2(Logins.admin()).get("/api/v1/admin/payments?" + query).then();
    }
}
