package io.cybervpn.application.billing;

import static org.assertj.core.api.Assertions.assertThat;

import io.cybervpn.application.payment.FindOrderLifetime;
import io.cybervpn.application.payment.InMemoryLiveGateways;
import io.cybervpn.application.payment.port.GatewayFields;
import io.cybervpn.domain.billing.OrderId;
import io.cybervpn.domain.billing.OrderStatus;
import io.cybervpn.domain.payment.model.GatewayPolicy;
import io.cybervpn.domain.payment.model.GatewayRecord;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A bank wants days, coins want minutes: staff say it for each provider. */
class OrderLifetimesTest {
    private final BillingWorld world = new BillingWorld();

    /** Of a shop where nobody set anything. */
    static OrderLifetimes usual() {
        return new OrderLifetimes(
                new BillingSettings(SampleOrders.LIFETIME),
                new FindOrderLifetime(new InMemoryLiveGateways()));
    }

    private void set(String minutes) {
        world.payment.live.set(
                new GatewayRecord(
                        "fake",
                        GatewayPolicy.USUAL,
                        Map.of(GatewayFields.ORDER_LIFETIME, minutes),
                        1));
    }

    private Duration lifetime(String key, String method) {
        Checkout.Result placed = world.check(world.wish(key, method));
        OrderView order =
                switch (placed) {
                    case Checkout.Result.Ordered(var it, _) -> it;
                    case Checkout.Result.NotEnoughMoney(var it, _) -> it;
                    case Checkout.Result.PaymentRefused _, Checkout.Result.Refused _ ->
                            throw new AssertionError(placed);
                };
        return Duration.between(order.createdAt(), order.expiresAt());
    }

    @Test
    void it_holds_for_the_orders_of_that_provider_from_then_on() {
        Duration before = lifetime("before", "fake");
        set("4320");

        assertThat(before).isEqualTo(SampleOrders.LIFETIME);
        assertThat(lifetime("after", "fake")).isEqualTo(Duration.ofDays(3));
        assertThat(lifetime("before", "fake")).isEqualTo(SampleOrders.LIFETIME);
        assertThat(lifetime("wallet", "wallet")).isEqualTo(SampleOrders.LIFETIME);
    }

    @Test
    void a_shorter_one_holds_too_and_late_money_still_pays() {
        set("5");
        assertThat(lifetime("quick", "fake")).isEqualTo(Duration.ofMinutes(5));
        OrderId order = world.orders.all().getLast().details().id();
        world.clock.advance(Duration.ofHours(2));

        world.handle(world.captured(order, BillingWorld.PRICE));

        assertThat(world.orders.all().getLast().status()).isEqualTo(OrderStatus.PAID);
    }

    @ParameterizedTest
    @CsvSource({
        "4,false", "5,true", "9,true", "10,true", "9999,true", "39999,true", "43199,true",
        "43200,true", "43201,false", "50000,false", "0,false", "-5,false", "5.0,false", "05,false"
    })
    void five_minutes_to_thirty_days(String text, boolean possible) {
        assertThat(text.matches(GatewayFields.ORDER_LIFETIME_PATTERN)).isEqualTo(possible);
    }
}
