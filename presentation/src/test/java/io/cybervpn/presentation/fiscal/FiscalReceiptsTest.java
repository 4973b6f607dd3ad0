package io.cybervpn.presentation.fiscal;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

import io.cybervpn.presentation.identity.Logins;
import io.cybervpn.sandbox.http.Fault;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Money that moved is told to the tax office, once, over HTTP and PostgreSQL. */
@QuarkusTest
@TestProfile(NalogShop.class)
class FiscalReceiptsTest extends FiscalWorld {
    @Test
    void a_payment_has_one_receipt_that_its_payer_can_open_and_nobody_else() {
        UUID payment = paid();

        awaitStates(payment, "registered");
        assertThat(standing(payment))
                .singleElement()
                .satisfies(
                        one -> {
                            assertThat(one.total()).isEqualByComparingTo("199.00");
                            assertThat(one.at().getOffset()).isEqualTo(ZoneOffset.ofHours(3));
                        });
        String url =
                customer()
                        .get("/api/v1/payments/" + payment + "/receipts")
                        .then()
                        .body("items[0].cause", equalTo("payment"))
                        .body("items[0].amount.amount", equalTo("199.00"))
                        .body("items[0].url", startsWith(nalog.url().toString()))
                        .extract()
                        .path("items[0].url");
        given().get(url).then().statusCode(200);
        String stranger = Logins.register(Logins.freshEmail()).extract().path("tokens.accessToken");
        given().auth()
                .oauth2(stranger)
                .get("/api/v1/payments/" + payment + "/receipts")
                .then()
                .statusCode(404);
    }

    @Test
    void refunds_leave_one_receipt_over_the_rest_and_in_the_end_none() {
        UUID payment = paid();
        awaitStates(payment, "registered");

        refunded(payment, 4_900, "provider");
        awaitStates(payment, "registered", "registered");
        assertThat(standing(payment))
                .singleElement()
                .satisfies(one -> assertThat(one.total()).isEqualByComparingTo("150.00"));

        refunded(payment, 5_000, "wallet");
        refunded(payment, 10_000, "provider");
        awaitStates(payment, "registered", "registered", "registered");
        assertThat(standing(payment))
                .singleElement()
                .satisfies(one -> assertThat(one.total()).isEqualByComparingTo("50.00"));
    }

    @Test
    void a_full_refund_annuls_the_receipt() {
        UUID payment = paid();
        awaitStates(payment, "registered");

        refunded(payment, 19_900, "provider");

        awaitStates(payment, "registered", "registered");
        assertThat(standing(payment)).isEmpty();
    }

    @Test
    void a_payment_of_a_provider_that_is_not_covered_has_none() {
        UUID other = paid("tbank", OffsetDateTime.now(ZoneOffset.UTC));
        UUID payment = paid();
        awaitStates(payment, "registered");
        assertThat(states(other)).isEmpty();
    }

    @Test
    void an_answer_that_was_lost_doubles_nothing() {
        nalog.faults()
                .add(Fault.of(Fault.Kind.DROP_AFTER, 0).times(1).on("POST", "/api/v1/income"));
        UUID payment = paid();
        await().until(() -> countOf(payment, "sent") == 1);

        hurry();

        awaitStates(payment, "registered");
        assertThat(standing(payment)).hasSize(1);
    }

    @Test
    void an_outage_loses_nothing() {
        nalog.faults().add(Fault.of(Fault.Kind.ERROR, 503));
        UUID payment = paid();
        await().until(() -> countOf(payment, "queued") == 1);
        refunded(payment, 900, "provider");
        assertThat(states(payment)).doesNotContain("registered");

        nalog.faults().clear();
        await().atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofSeconds(1))
                .untilAsserted(
                        () -> {
                            hurry();
                            assertThat(states(payment)).containsExactly("registered", "registered");
                        });
        assertThat(standing(payment))
                .singleElement()
                .satisfies(one -> assertThat(one.total()).isEqualByComparingTo("190.00"));
    }

    @Test
    void a_token_that_died_is_renewed() {
        UUID first = paid();
        awaitStates(first, "registered");
        nalog.logout();
        UUID second = paid();
        awaitStates(second, "registered");
    }

    @Test
    void what_is_refused_is_listed_for_staff_who_try_again_or_made_it_by_hand() {
        nalog.refuse(true);
        UUID payment = paid();
        await().atMost(Duration.ofSeconds(30)).until(() -> countOf(payment, "given_up") == 1);
        String id =
                staff().queryParam("state", "given_up")
                        .get("/api/v1/admin/fiscal-receipts")
                        .then()
                        .statusCode(200)
                        .body("items.paymentId", hasItem(payment.toString()))
                        .extract()
                        .path("items.find { it.paymentId == '" + payment + "' }.id");
        staff().post("/api/v1/admin/fiscal-receipts/" + id + "/retry")
                .then()
                .statusCode(400)
                .body("code", equalTo("reason_required"));
        assertThat(given().get("/q/metrics").asString()).contains("cybervpn_fiscal_given_up_total");

        nalog.refuse(false);
        staff().header("X-Reason", "the limit was raised")
                .post("/api/v1/admin/fiscal-receipts/" + id + "/retry")
                .then()
                .statusCode(204);
        awaitStates(payment, "registered");
        staff().header("X-Reason", "made by hand")
                .post("/api/v1/admin/fiscal-receipts/" + id + "/cancel")
                .then()
                .statusCode(409)
                .body("code", equalTo("not_given_up"));
        staff().queryParam("state", "nonsense")
                .get("/api/v1/admin/fiscal-receipts")
                .then()
                .statusCode(400);
        staff().queryParam("state", "given_up")
                .get("/api/v1/admin/fiscal-receipts")
                .then()
                .body("items.paymentId", not(hasItem(payment.toString())));
    }

    @Test
    void the_proof_finds_a_payment_without_a_receipt_and_a_receipt_of_other_money() {
        pool.query("update fiscal_coverage set since = now() - interval '90 days'")
                .execute()
                .await()
                .indefinitely();
        UUID old = paid("yookassa", OffsetDateTime.now(ZoneOffset.UTC).minusDays(40));
        UUID payment = paid();
        awaitStates(payment, "registered");
        assertThat(states(old)).isEmpty();
        List<String> before = differences();
        assertThat(before).contains("payment-without-receipt " + old);
        assertThat(before).doesNotContain("payment-without-receipt " + payment);

        UUID receipt =
                pool.preparedQuery(
                                "update fiscal_receipt set amount_minor = 1 where payment_id = $1 returning id")
                        .execute(Tuple.of(payment))
                        .await()
                        .indefinitely()
                        .iterator()
                        .next()
                        .getUUID("id");
        assertThat(before).doesNotContain("receipt-of-no-money " + receipt);
        assertThat(differences()).contains("receipt-of-no-money " + receipt);
    }
}
