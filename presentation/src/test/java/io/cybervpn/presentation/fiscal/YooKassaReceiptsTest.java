package io.cybervpn.presentation.fiscal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import io.cybervpn.sandbox.http.Fault;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/**
 * Receipts of YooKassa (54-FZ), in a shop that also tells the tax office itself: staff switch them
 * on while it runs, and each payment and each refund has one.
 */
@QuarkusTest
@TestProfile(NalogShop.class)
class YooKassaReceiptsTest extends YooKassaFiscalWorld {
    @Test
    void a_payment_carries_its_receipt_which_is_followed_and_nobody_else_makes_one() {
        UUID payment = begun();
        pay(payment);

        awaitStates(payment, "registered");
        JsonObject receipt = receipts(payment).getFirst();
        assertThat(receipt.getJsonObject("customer").getString("email")).contains("@shop.test");
        assertThat(receipt.getInteger("tax_system_code")).isEqualTo(2);
        JsonObject line = line(receipt);
        assertThat(line.getString("description")).isEqualTo("CyberVPN Pro, 30 days");
        assertThat(line.getInteger("vat_code")).isEqualTo(11);
        assertThat(line.getJsonObject("amount").getString("value")).isEqualTo("199.00");
        assertThat(statuses(payment)).containsExactly("succeeded");
        assertThat(standing(payment)).isEmpty();
        staff().queryParam("paymentId", payment)
                .get("/api/v1/admin/fiscal-receipts")
                .then()
                .body("items[0].registrar", equalTo("yookassa"))
                .body("items[0].reference", equalTo(receipt.getString("id")));
    }

    @Test
    void one_that_is_being_registered_is_waited_for_and_not_made_again() {
        yooKassa.receipts().next("pending");
        UUID payment = begun();
        pay(payment);
        await().until(() -> countOf(payment, "queued") == 1);
        for (int i = 0; i < 5; i++) {
            hurry();
        }
        assertThat(statuses(payment)).containsExactly("pending");

        yooKassa.receipts().end(receipts(payment).getFirst().getString("id"), "succeeded");
        follow(payment, "registered");
        assertThat(statuses(payment)).containsExactly("succeeded");
    }

    @Test
    void one_that_failed_on_its_way_is_made_apart_and_a_lost_answer_doubles_nothing() {
        yooKassa.receipts().next("canceled");
        yooKassa.faults()
                .add(Fault.of(Fault.Kind.DROP_AFTER, 0).times(1).on("POST", "/v3/receipts"));
        UUID payment = begun();
        pay(payment);
        yooKassa.receipts().next("succeeded");

        follow(payment, "registered");
        assertThat(statuses(payment)).containsExactly("canceled", "succeeded");
    }

    @Test
    void one_that_fails_again_is_for_staff_who_have_it_made_once_more() {
        yooKassa.receipts().next("canceled");
        UUID payment = begun();
        pay(payment);
        follow(payment, "given_up");
        String id =
                staff().queryParam("paymentId", payment)
                        .get("/api/v1/admin/fiscal-receipts")
                        .then()
                        .body("items[0].reason", equalTo("YooKassa could not register the receipt"))
                        .extract()
                        .path("items[0].id");

        yooKassa.receipts().next("succeeded");
        decides().post("/api/v1/admin/fiscal-receipts/" + id + "/retry").then().statusCode(204);
        awaitStates(payment, "registered");
        assertThat(statuses(payment)).containsExactly("canceled", "canceled", "succeeded");
    }

    @Test
    void each_refund_has_a_receipt_over_what_went_back_whoever_made_it() {
        UUID payment = begun();
        pay(payment);
        awaitStates(payment, "registered");

        refund(payment, "49.00");
        awaitStates(payment, "registered", "registered");
        String theirs = theirs(payment).getString("id");
        String inCabinet = yooKassa.refunds().inCabinet(theirs, "50.00").getString("id");
        awaitStates(payment, "registered", "registered", "registered");

        List<JsonObject> refunds =
                yooKassa.refunds().all().stream()
                        .filter(one -> theirs.equals(one.getString("payment_id")))
                        .toList();
        assertThat(refunds).hasSize(2);
        for (JsonObject refund : refunds) {
            List<JsonObject> made = yooKassa.receipts().of(refund.getString("id"));
            assertThat(made).hasSize(1);
            assertThat(line(made.getFirst()).getJsonObject("amount"))
                    .isEqualTo(refund.getJsonObject("amount"));
        }
        assertThat(yooKassa.receipts().of(inCabinet).getFirst().containsKey("_along")).isFalse();
        assertThat(statuses(payment)).containsExactly("succeeded");
        assertThat(standing(payment)).isEmpty();
    }

    @Test
    void who_has_no_address_pays_all_the_same_and_his_receipt_goes_to_the_shops_contact() {
        UUID payment = begun(UUID.randomUUID());
        pay(payment);
        follow(payment, "given_up");
        assertThat(receipts(payment)).isEmpty();

        set(with(ON, "receipt_contact", "79000000000"));
        UUID next = begun(UUID.randomUUID());
        pay(next);
        follow(next, "registered");
        assertThat(receipts(next).getFirst().getJsonObject("customer"))
                .isEqualTo(new JsonObject().put("phone", "79000000000"));
    }

    @Test
    void whose_request_carried_a_receipt_gets_no_other_when_they_are_switched_off_meanwhile() {
        UUID payment = begun();
        set(Map.of());
        await().until(() -> registrar().equals("nalog"));
        UUID later = begun();
        assertThat(theirs(later).containsKey("_receipt")).isFalse();
        pay(payment);
        pay(later);

        awaitStates(payment, "registered");
        assertThat(statuses(payment)).containsExactly("succeeded");
        assertThat(standing(payment)).isEmpty();
        awaitStates(later, "registered");
        assertThat(receipts(later)).isEmpty();
        assertThat(standing(later)).hasSize(1);
        assertThat(differences()).noneMatch(one -> one.contains(payment.toString()));
    }

    @Test
    void the_proof_finds_a_receipt_of_somebody_else() {
        UUID payment = begun();
        pay(payment);
        awaitStates(payment, "registered");
        UUID receipt =
                pool.preparedQuery(
                                "update fiscal_receipt set registrar = 'nalog' where payment_id = $1 returning id")
                        .execute(Tuple.of(payment))
                        .await()
                        .indefinitely()
                        .iterator()
                        .next()
                        .getUUID("id");
        assertThat(differences()).contains("receipt-of-another-registrar " + receipt);
        pool.preparedQuery("update fiscal_receipt set registrar = 'yookassa' where id = $1")
                .execute(Tuple.of(receipt))
                .await()
                .indefinitely();
    }
}
