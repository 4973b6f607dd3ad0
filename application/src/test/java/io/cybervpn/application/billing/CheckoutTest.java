package io.cybervpn.application.billing;

import static org.assertj.core.api.Assertions.assertThat;

import io.cybervpn.application.billing.Checkout.Result;
import io.cybervpn.application.payment.FakeProvider.Mood;
import io.cybervpn.application.payment.PaymentView;
import io.cybervpn.domain.billing.OrderPaid;
import io.cybervpn.domain.billing.OrderStatus;
import io.cybervpn.domain.shared.Asset;
import io.cybervpn.domain.shared.Money;
import org.junit.jupiter.api.Test;

/** R80–R83. */
class CheckoutTest {
    private final BillingWorld world = new BillingWorld();

    private Result.Ordered ordered(String key) {
        return switch (world.check(world.wish(key))) {
            case Result.Ordered ordered -> ordered;
            case Result other -> throw new AssertionError(other.toString());
        };
    }

    private static String stateOf(Result.Ordered ordered) {
        return ordered.payment().map(PaymentView::state).orElse("none");
    }

    @Test
    void an_order_comes_with_a_place_to_pay() {
        Result.Ordered ordered = ordered("key");

        assertThat(ordered.payment().orElseThrow().payUrl()).isPresent();
        assertThat(ordered.order().payment().orElseThrow().payUrl()).isPresent();
        assertThat(ordered.payment().orElseThrow().amount()).isEqualTo(BillingWorld.PRICE);
        assertThat(world.provider().references()).hasSize(1);
    }

    @Test
    void the_order_stands_when_the_provider_is_down() {
        world.provider().mood(Mood.DOWN);

        assertThat(stateOf(ordered("key"))).isEqualTo("unknown");
        assertThat(world.orders.all()).hasSize(1);
    }

    @Test
    void a_repeated_call_finds_its_payment_and_begins_no_other() {
        Result.Ordered first = ordered("key");
        Result.Ordered second = ordered("key");

        assertThat(second).isEqualTo(first);
        assertThat(world.provider().references()).hasSize(1);
    }

    @Test
    void a_repeated_call_leaves_a_payment_alone_whose_outcome_is_unknown() {
        world.provider().mood(Mood.LOSES_ANSWERS);
        Result.Ordered first = ordered("key");
        world.provider().mood(Mood.WELL);

        assertThat(ordered("key")).isEqualTo(first);
        assertThat(world.provider().references()).hasSize(1);
    }

    @Test
    void a_payment_that_the_provider_refused_is_begun_anew_by_the_next_call() {
        world.provider().mood(Mood.REFUSES);
        assertThat(world.check(world.wish("key"))).isInstanceOf(Result.PaymentRefused.class);

        world.provider().mood(Mood.WELL);
        assertThat(stateOf(ordered("key"))).isEqualTo("pending");
        assertThat(world.orders.all()).hasSize(1);
    }

    @Test
    void a_call_that_is_repeated_too_late_begins_no_payment() {
        world.provider().mood(Mood.REFUSES);
        assertThat(world.check(world.wish("key"))).isInstanceOf(Result.PaymentRefused.class);
        world.provider().mood(Mood.WELL);
        world.clock.advance(SampleOrders.LIFETIME);

        assertThat(stateOf(ordered("key"))).isEqualTo("failed");
        assertThat(world.provider().references()).isEmpty();
    }

    @Test
    void an_order_is_paid_from_the_wallet_at_once_and_no_provider_knows_of_it() {
        world.fill(BillingWorld.PRICE, "filled");

        PlaceOrder.Command wish = world.wish("key", "wallet");
        Result.Ordered first = (Result.Ordered) world.check(wish);
        Result.Ordered second = (Result.Ordered) world.check(wish);

        assertThat(first.order().status()).isEqualTo(OrderStatus.PAID);
        assertThat(stateOf(first)).isEqualTo("captured");
        assertThat(second.payment()).isEqualTo(first.payment());
        assertThat(world.earned()).isEqualTo(BillingWorld.PRICE.minorUnits());
        assertThat(world.taken()).isEqualTo(BillingWorld.PRICE.minorUnits());
        assertThat(world.outbox.events(OrderPaid.class)).hasSize(1);
        assertThat(world.provider().references()).isEmpty();
    }

    @Test
    void a_wallet_with_too_little_pays_nothing_until_it_is_filled_and_the_call_repeated() {
        world.fill(new Money(19_899, Asset.RUB), "almost");
        PlaceOrder.Command wish = world.wish("key", "wallet");

        assertThat(world.check(wish))
                .isInstanceOfSatisfying(
                        Result.NotEnoughMoney.class,
                        refused ->
                                assertThat(refused.available())
                                        .isEqualTo(new Money(19_899, Asset.RUB)));
        assertThat(world.taken()).isZero();
        world.fill(new Money(1, Asset.RUB), "the rest");
        assertThat(world.check(wish)).isInstanceOf(Result.Ordered.class);
        assertThat(world.orders.all()).hasSize(1);
        assertThat(world.taken()).isEqualTo(BillingWorld.PRICE.minorUnits());
    }

    @Test
    void nothing_is_ordered_that_could_not_be_paid() {
        assertThat(world.check(world.wish("key", "barter")))
                .isEqualTo(new Result.Refused(new Refusal.NoSuchPaymentMethod()));
        assertThat(world.orders.all()).isEmpty();
    }
}
