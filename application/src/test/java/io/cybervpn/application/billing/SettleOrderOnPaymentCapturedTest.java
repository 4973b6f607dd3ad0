package io.cybervpn.application.billing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cybervpn.domain.billing.OrderId;
import io.cybervpn.domain.billing.OrderPaid;
import io.cybervpn.domain.billing.OrderStatus;
import io.cybervpn.domain.payment.PaymentCaptured;
import io.cybervpn.domain.shared.Asset;
import io.cybervpn.domain.shared.Money;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** R85. */
class SettleOrderOnPaymentCapturedTest {
    private static final Money PRICE = BillingWorld.PRICE;

    private final BillingWorld world = new BillingWorld();
    private final OrderId order = world.order();

    private OrderStatus status() {
        return world.orders.lock(order).await().indefinitely().orElseThrow().status();
    }

    private List<OrderPaid> told() {
        return world.outbox.events(OrderPaid.class);
    }

    private void assertNothingHappened() {
        assertThat(status()).isEqualTo(OrderStatus.AWAITING_PAYMENT);
        assertThat(world.taken()).isZero();
        assertThat(world.earned()).isZero();
        assertThat(told()).isEmpty();
    }

    @Test
    void the_total_moves_from_wallet_to_revenue_and_what_was_bought_is_told() {
        world.handle(world.captured(order, PRICE));

        assertThat(status()).isEqualTo(OrderStatus.PAID);
        assertThat(world.taken()).isEqualTo(PRICE.minorUnits());
        assertThat(world.earned()).isEqualTo(PRICE.minorUnits());
        assertThat(told())
                .singleElement()
                .satisfies(
                        paid -> {
                            assertThat(paid.order()).isEqualTo(order);
                            assertThat(paid.account()).isEqualTo(world.buyer);
                            assertThat(paid.termDays()).isEqualTo(30);
                            assertThat(paid.entitlement())
                                    .isEqualTo(world.plan.content().entitlement());
                            assertThat(paid.renews()).isEmpty();
                        });
    }

    @Test
    void the_same_money_told_twenty_times_at_once_settles_once() {
        PaymentCaptured event = world.captured(order, PRICE);

        IntStream.range(0, 20)
                .mapToObj(_ -> CompletableFuture.runAsync(() -> world.handle(event)))
                .toList()
                .forEach(CompletableFuture::join);

        assertThat(world.taken()).isEqualTo(PRICE.minorUnits());
        assertThat(told()).hasSize(1);
    }

    @Test
    void what_is_over_and_what_comes_twice_stays_in_the_wallet() {
        world.handle(world.captured(order, new Money(20_000, Asset.RUB)));
        world.handle(world.captured(order, PRICE));

        assertThat(world.taken()).isEqualTo(PRICE.minorUnits());
        assertThat(told()).hasSize(1);
    }

    @Test
    void too_little_or_other_money_fails_and_changes_nothing() {
        PaymentCaptured little = world.captured(order, new Money(19_899, Asset.RUB));
        PaymentCaptured other = world.captured(order, new Money(19_900, Asset.USD));

        assertThatThrownBy(() -> world.handle(little)).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> world.handle(other)).isInstanceOf(IllegalStateException.class);
        assertNothingHappened();
    }

    @Test
    void money_for_something_else_is_left_alone() {
        world.handle(world.captured(new OrderId(world.ids.next()), PRICE));

        assertNothingHappened();
    }

    @Test
    void money_that_was_spent_elsewhere_meanwhile_pays_nothing_and_the_order_is_given_up() {
        PaymentCaptured event = world.captured(order, PRICE);
        assertThat(world.check(world.wish("other", "wallet")))
                .isInstanceOf(Checkout.Result.Ordered.class);

        world.handle(event);
        world.handle(event);

        assertThat(status()).isEqualTo(OrderStatus.EXPIRED);
        assertThat(world.taken()).isEqualTo(PRICE.minorUnits());
        assertThat(told()).hasSize(1);
    }

    @Test
    void late_money_revives_the_order() {
        world.clock.advance(SampleOrders.LIFETIME);
        int expired =
                world.orders.expire(List.of(order), world.clock.instant()).await().indefinitely();
        assertThat(expired).isEqualTo(1);

        world.handle(world.captured(order, PRICE));

        assertThat(status()).isEqualTo(OrderStatus.PAID);
        assertThat(told()).hasSize(1);
    }

    @Test
    void a_failing_outbox_rolls_everything_back() {
        PaymentCaptured event = world.captured(order, PRICE);
        world.outbox.failFromNowOn(true);

        assertThatThrownBy(() -> world.handle(event)).isInstanceOf(IllegalStateException.class);
        assertNothingHappened();

        world.outbox.failFromNowOn(false);
        world.handle(event);
        assertThat(world.earned()).isEqualTo(PRICE.minorUnits());
    }
}
