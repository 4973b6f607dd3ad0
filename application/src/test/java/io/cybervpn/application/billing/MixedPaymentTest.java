package io.cybervpn.application.billing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cybervpn.application.payment.FakeProvider;
import io.cybervpn.application.payment.PaymentView;
import io.cybervpn.domain.billing.OrderId;
import io.cybervpn.domain.billing.OrderPaid;
import io.cybervpn.domain.billing.OrderStatus;
import io.cybervpn.domain.ledger.LedgerAccount;
import io.cybervpn.domain.payment.PaymentCaptured;
import io.cybervpn.domain.shared.Asset;
import io.cybervpn.domain.shared.Money;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** An order that the buyer's wallet pays in part, and a provider the rest. */
class MixedPaymentTest {
    private static final long PRICE = BillingWorld.PRICE.minorUnits();

    private final BillingWorld world = new BillingWorld();

    private static Money rub(long units) {
        return new Money(units, Asset.RUB);
    }

    private long balance(LedgerAccount account) {
        return -world.ledger.balanceOf(account, Asset.RUB);
    }

    private long held() {
        return balance(new LedgerAccount.CustomerHold(world.buyer));
    }

    private long paid() {
        return balance(new LedgerAccount.CustomerWallet(world.buyer));
    }

    private long granted() {
        return balance(new LedgerAccount.CustomerGrant(world.buyer));
    }

    private Checkout.Result order(String key) {
        return world.check(world.wish(key, "fake", true));
    }

    private static Checkout.Result.Ordered ordered(Checkout.Result result) {
        return switch (result) {
            case Checkout.Result.Ordered ordered -> ordered;
            case Checkout.Result.PaymentRefused _,
                    Checkout.Result.NotEnoughMoney _,
                    Checkout.Result.Refused _ ->
                    throw new AssertionError("not ordered: " + result);
        };
    }

    private OrderStatus status(OrderId order) {
        return world.orders.lock(order).await().indefinitely().orElseThrow().status();
    }

    private PaymentCaptured comes(Checkout.Result.Ordered ordered, long units) {
        return world.captured(ordered.order().id(), rub(units));
    }

    private void expire(OrderId order) {
        new ExpireOrders(
                        (_, _) -> Uni.createFrom().item(List.of(order)),
                        world.unitOfWork,
                        world.orders,
                        world.releaseSetAside,
                        world.clock)
                .execute(new ExpireOrders.Command(10))
                .await()
                .indefinitely();
    }

    @Test
    void the_wallet_s_part_is_set_aside_and_the_provider_is_asked_for_the_rest() {
        world.fill(rub(5_000), "filled");
        world.give(rub(3_000));

        Checkout.Result.Ordered ordered = ordered(order("key"));

        assertThat(ordered.order().fromWallet()).isEqualTo(rub(8_000));
        assertThat(ordered.payment().map(PaymentView::amount)).contains(rub(PRICE - 8_000));
        assertThat(held()).isEqualTo(8_000);
        assertThat(paid()).isZero();
        assertThat(granted()).isZero();
    }

    @Test
    void when_the_rest_comes_the_order_is_settled_in_one_booking() {
        world.fill(rub(5_000), "filled");
        world.give(rub(3_000));
        Checkout.Result.Ordered ordered = ordered(order("key"));
        PaymentCaptured event = comes(ordered, PRICE - 8_000);

        world.handle(event);
        world.handle(event);

        assertThat(status(ordered.order().id())).isEqualTo(OrderStatus.PAID);
        assertThat(held()).isZero();
        assertThat(paid()).isZero();
        assertThat(world.earned()).isEqualTo(PRICE);
        assertThat(world.outbox.events(OrderPaid.class))
                .singleElement()
                .satisfies(paid -> assertThat(paid.total()).isEqualTo(BillingWorld.PRICE));
    }

    @Test
    void a_repeated_call_holds_once_and_asks_for_the_same_rest() {
        world.fill(rub(5_000), "filled");
        Checkout.Result.Ordered first = ordered(order("key"));
        world.fill(rub(1_000), "more");

        Checkout.Result.Ordered again = ordered(order("key"));

        assertThat(again.payment()).isEqualTo(first.payment());
        assertThat(again.order().fromWallet()).isEqualTo(rub(5_000));
        assertThat(held()).isEqualTo(5_000);
    }

    @Test
    void a_wallet_that_covers_all_pays_at_once() {
        world.fill(rub(PRICE - 1_000), "filled");
        world.give(rub(3_000));

        Checkout.Result.Ordered ordered = ordered(order("key"));

        assertThat(ordered.order().status()).isEqualTo(OrderStatus.PAID);
        assertThat(ordered.order().fromWallet()).isEqualTo(BillingWorld.PRICE);
        assertThat(ordered.payment().map(PaymentView::provider)).contains("wallet");
        assertThat(granted()).isZero();
        assertThat(paid()).isEqualTo(2_000);
    }

    @Test
    void an_empty_wallet_leaves_all_to_the_provider() {
        Checkout.Result.Ordered ordered = ordered(order("key"));
        world.handle(comes(ordered, PRICE));

        assertThat(ordered.payment().map(PaymentView::amount)).contains(BillingWorld.PRICE);
        assertThat(status(ordered.order().id())).isEqualTo(OrderStatus.PAID);
    }

    @Test
    void the_same_key_without_the_wallet_is_another_request() {
        world.fill(rub(5_000), "filled");
        order("key");

        assertThat(world.check(world.wish("key", "fake")))
                .isEqualTo(new Checkout.Result.Refused(new Refusal.KeyReused()));
    }

    @Test
    void what_no_provider_takes_the_rest_of_is_the_buyer_s_again_and_can_be_tried_again() {
        world.fill(rub(5_000), "filled");
        world.give(rub(3_000));
        world.provider().mood(FakeProvider.Mood.REFUSES);
        assertThat(order("key")).isInstanceOf(Checkout.Result.PaymentRefused.class);
        assertThat(held()).isZero();
        assertThat(paid()).isEqualTo(5_000);
        assertThat(granted()).isEqualTo(3_000);

        world.provider().mood(FakeProvider.Mood.WELL);
        Checkout.Result.Ordered ordered = ordered(order("key"));
        assertThat(held()).isEqualTo(8_000);
        world.handle(comes(ordered, PRICE - 8_000));
        assertThat(status(ordered.order().id())).isEqualTo(OrderStatus.PAID);
        assertThat(held()).isZero();
    }

    @Test
    void an_order_that_runs_out_gives_back_once_where_it_came_from() {
        world.fill(rub(5_000), "filled");
        world.give(rub(3_000));
        OrderId order = ordered(order("key")).order().id();
        world.clock.advance(SampleOrders.LIFETIME);

        expire(order);
        expire(order);

        assertThat(status(order)).isEqualTo(OrderStatus.EXPIRED);
        assertThat(held()).isZero();
        assertThat(paid()).isEqualTo(5_000);
        assertThat(granted()).isEqualTo(3_000);
    }

    @Test
    void late_money_settles_if_the_wallet_still_has_the_rest() {
        world.fill(rub(5_000), "filled");
        world.give(rub(3_000));
        Checkout.Result.Ordered ordered = ordered(order("key"));
        world.clock.advance(SampleOrders.LIFETIME);
        expire(ordered.order().id());

        world.handle(comes(ordered, PRICE - 8_000));

        assertThat(status(ordered.order().id())).isEqualTo(OrderStatus.PAID);
        assertThat(paid() + granted() + held()).isZero();
        assertThat(world.earned()).isEqualTo(PRICE);
    }

    @Test
    void late_money_without_the_rest_stays_in_the_wallet() {
        world.fill(rub(5_000), "filled");
        Checkout.Result.Ordered ordered = ordered(order("key"));
        world.clock.advance(SampleOrders.LIFETIME.plus(Duration.ofMinutes(1)));
        expire(ordered.order().id());
        world.fill(rub(PRICE - 5_000), "enough for another");
        assertThat(world.check(world.wish("other", "wallet")))
                .isInstanceOf(Checkout.Result.Ordered.class);

        world.handle(comes(ordered, PRICE - 5_000));

        assertThat(status(ordered.order().id())).isEqualTo(OrderStatus.EXPIRED);
        assertThat(paid()).isEqualTo(PRICE - 5_000);
        assertThat(world.outbox.events(OrderPaid.class)).hasSize(1);
    }

    @Test
    void a_failing_outbox_rolls_the_settlement_back() {
        world.fill(rub(5_000), "filled");
        Checkout.Result.Ordered ordered = ordered(order("key"));
        PaymentCaptured event = comes(ordered, PRICE - 5_000);
        world.outbox.failFromNowOn(true);

        assertThatThrownBy(() -> world.handle(event)).isInstanceOf(IllegalStateException.class);
        assertThat(held()).isEqualTo(5_000);
        assertThat(world.earned()).isZero();

        world.outbox.failFromNowOn(false);
        world.handle(event);
        assertThat(held()).isZero();
        assertThat(world.earned()).isEqualTo(PRICE);
    }
}
