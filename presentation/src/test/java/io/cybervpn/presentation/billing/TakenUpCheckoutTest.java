package io.cybervpn.presentation.billing;

import static org.assertj.core.api.Assertions.assertThat;

import io.cybervpn.application.billing.PlaceOrder;
import io.cybervpn.application.shared.Actor;
import io.cybervpn.domain.catalogue.PlanId;
import io.cybervpn.domain.shared.Asset;
import io.cybervpn.presentation.shared.Customers;
import io.cybervpn.presentation.shared.Customers.Customer;
import io.cybervpn.presentation.shared.ShopWorld;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A checkout whose process died is taken up where it was when the buyer comes again. */
@QuarkusTest
class TakenUpCheckoutTest {
    @Inject Customers customers;
    @Inject PlaceOrder placeOrder;
    @Inject Pool pool;

    private final String key = UUID.randomUUID().toString();
    private Customer buyer;

    @BeforeEach
    void somebody_comes() {
        buyer = customers.someone();
    }

    private JsonPath post() {
        return buyer.asks(key)
                .body(OrdersTest.wish(TestPlans.BASIC, 30, "RUB"))
                .post(OrdersTest.ORDERS)
                .then()
                .statusCode(201)
                .extract()
                .jsonPath();
    }

    private static int invoices(JsonPath order) {
        return ShopWorld.sandbox()
                .cryptoPay()
                .invoices()
                .byPayload(order.getString("payment.id"))
                .size();
    }

    @Test
    void an_order_that_was_stored_and_not_answered_is_found_and_paid() {
        PlaceOrder.Result placed =
                placeOrder
                        .execute(
                                new PlaceOrder.Command(
                                        new Actor.Customer(buyer.id()),
                                        new PlanId(UUID.fromString(TestPlans.BASIC)),
                                        30,
                                        Asset.RUB,
                                        Optional.empty(),
                                        "cryptobot",
                                        "POST /orders " + key))
                        .await()
                        .indefinitely();

        JsonPath order = post();

        assertThat(placed)
                .isInstanceOfSatisfying(
                        PlaceOrder.Result.Placed.class,
                        stored ->
                                assertThat(order.getString("id"))
                                        .isEqualTo(stored.order().id().value().toString()));
        assertThat(order.getString("payment.payUrl")).startsWith("http");
        assertThat(invoices(order)).isEqualTo(1);
    }

    @Test
    void a_payment_that_was_begun_and_not_answered_is_found_and_not_begun_again() {
        JsonPath first = post();
        forgetTheAnswer();

        JsonPath second = post();

        assertThat(second.getMap("")).isEqualTo(first.getMap(""));
        assertThat(invoices(second)).isEqualTo(1);
        assertThat(buyer.asks().get(OrdersTest.ORDERS).jsonPath().getLong("page.total"))
                .isEqualTo(1);
    }

    /** As if the process had died before it stored the answer. */
    private void forgetTheAnswer() {
        pool.preparedQuery("delete from idempotency_key where key = $1")
                .execute(Tuple.of(key))
                .await()
                .indefinitely();
    }
}
