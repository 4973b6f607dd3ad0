package io.cybervpn.presentation.payment;

import static io.cybervpn.presentation.payment.Till.Effect.NONE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.cybervpn.application.payment.PaymentView;
import io.cybervpn.application.payment.port.InvoiceCall;
import io.cybervpn.domain.payment.PaymentId;
import io.cybervpn.domain.shared.Asset;
import io.cybervpn.domain.shared.Money;
import io.cybervpn.sandbox.http.Fault;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** YooKassa passes the acceptance suite, and what only it has. */
@QuarkusTest
@Accepts("yookassa")
class YooKassaAcceptanceTest extends GatewayContract {
    private final YooKassaStand stand = new YooKassaStand();

    @Override
    Stand stand() {
        return stand;
    }

    @Test
    void money_that_is_only_held_gives_nothing() {
        PaymentView payment = payment();
        Push push = stand.paid(payment, new JsonObject().put("status", "waiting_for_capture"));
        assertThat(push.body()).contains("payment.waiting_for_capture");

        assertThat(push.deliver()).isEqualTo(200);

        till.awaitInbox(stand, push, "applied");
        resolve();
        assertThat(till.effect(payment)).isEqualTo(NONE);
    }

    @Test
    void real_money_in_a_test_shop_is_for_staff() {
        PaymentView payment = payment();

        assertThat(stand.paid(payment, new JsonObject().put("test", false)).deliver())
                .isEqualTo(200);

        till.awaitState(payment, "flagged");
        assertThat(till.effect(payment)).isEqualTo(new Till.Effect("flagged", 0, 0, 0, 0));
    }

    @Test
    void a_refund_is_never_taken_for_money_that_came() {
        PaymentView payment = payment();
        JsonObject refund =
                stand.object(payment)
                        .put("payment_id", stand.id(payment))
                        .put("id", UUID.randomUUID().toString())
                        .put("status", "succeeded");
        Push push = stand.saying("refund.succeeded", refund);

        assertThat(push.deliver()).isEqualTo(200);

        till.awaitInbox(stand, push, "applied");
        resolve();
        assertThat(till.effect(payment)).isEqualTo(NONE);
    }

    /**
     * Its metadata name a payment that this shop never had: the money is at the shop all the same.
     */
    @Test
    void money_for_an_order_that_nobody_knows_is_on_the_staffs_list_once() {
        String reference =
                gateways.find("yookassa")
                        .orElseThrow()
                        .invoice(
                                new InvoiceCall(
                                        new PaymentId(UUID.randomUUID()),
                                        new Money(70_000, Asset.RUB),
                                        "of another shop",
                                        Duration.ofHours(1)))
                        .await()
                        .indefinitely()
                        .reference();
        stand.faults().add(Fault.of(Fault.Kind.DUPLICATE_WEBHOOKS, 3));
        assertThat(stand.yooKassa.payments().pay(reference)).isNotNull();

        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(listed(reference)).containsExactly(70_000L));
        assertThat(booked(reference)).isEqualTo(1);
    }

    private List<Long> listed(String reference) {
        List<Long> listed = new ArrayList<>();
        pool.preparedQuery("select received_minor from unmatched_money where reference = $1")
                .execute(Tuple.of(reference))
                .await()
                .indefinitely()
                .forEach(row -> listed.add(row.getLong(0)));
        return listed;
    }

    private long booked(String reference) {
        return pool.preparedQuery("select count(*) from ledger_transaction where business_key = $1")
                .execute(Tuple.of("payment-surplus:yookassa:" + reference))
                .await()
                .indefinitely()
                .iterator()
                .next()
                .getLong(0);
    }

    @Test
    void its_own_pushes_repeated_and_shuffled_give_the_money_once() {
        PaymentView payment = payment();
        stand.faults().add(Fault.of(Fault.Kind.DUPLICATE_WEBHOOKS, 3));

        assertThat(stand.yooKassa.payments().pay(stand.id(payment))).isNotNull();

        till.awaitState(payment, "captured");
        assertThat(till.effect(payment)).isEqualTo(capturedOnce());
    }
}
