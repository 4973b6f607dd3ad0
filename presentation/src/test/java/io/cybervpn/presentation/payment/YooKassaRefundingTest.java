package io.cybervpn.presentation.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.cybervpn.application.payment.PaymentView;
import io.cybervpn.domain.shared.Asset;
import io.cybervpn.domain.shared.Money;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** YooKassa's way back, and what only it has. */
@QuarkusTest
@Accepts("yookassa")
class YooKassaRefundingTest extends ListedRefundingContract {
    private final YooKassaWayBack way = new YooKassaWayBack();

    @Override
    WayBack way() {
        return way;
    }

    @Test
    void a_push_about_a_refund_that_is_not_there_moves_nothing() {
        PaymentView payment = paid();
        YooKassaStand stand = (YooKassaStand) way.stand();
        Push lie =
                stand.saying(
                        "refund.succeeded",
                        new JsonObject()
                                .put("id", UUID.randomUUID().toString())
                                .put("payment_id", stand.id(payment))
                                .put("status", "succeeded")
                                .put("amount", stand.object(payment).getJsonObject("amount")));
        assertThat(lie.deliver()).isEqualTo(200);
        till.awaitInbox(stand, lie, "applied");
        await().during(Duration.ofSeconds(3))
                .atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> awaitStates(payment));
        agreesOn(payment, Money.zero(Asset.RUB));
    }
}
