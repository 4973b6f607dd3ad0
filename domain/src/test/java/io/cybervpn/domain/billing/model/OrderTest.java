package io.cybervpn.domain.billing.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cybervpn.domain.billing.OrderId;
import io.cybervpn.domain.billing.OrderPaid;
import io.cybervpn.domain.billing.OrderStatus;
import io.cybervpn.domain.billing.PlanChangeMode;
import io.cybervpn.domain.catalogue.Entitlement;
import io.cybervpn.domain.catalogue.Offer;
import io.cybervpn.domain.catalogue.PlanId;
import io.cybervpn.domain.catalogue.Rates;
import io.cybervpn.domain.catalogue.TrafficReset;
import io.cybervpn.domain.identity.AccountId;
import io.cybervpn.domain.payment.PaymentId;
import io.cybervpn.domain.shared.Asset;
import io.cybervpn.domain.shared.Limit;
import io.cybervpn.domain.shared.Money;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class OrderTest {
    private static final Instant NOW = Instant.parse("2026-01-31T10:00:00Z");
    private static final Duration HOUR = Duration.ofHours(1);
    private static final Money PRICE = new Money(19_900, Asset.RUB);
    private static final PaymentId FIRST = new PaymentId(new UUID(7, 1));
    private static final PaymentId SECOND = new PaymentId(new UUID(7, 2));
    private static final OrderId ID = new OrderId(new UUID(1, 1));
    private static final AccountId BUYER = new AccountId(new UUID(2, 2));
    private static final UUID RENEWED = new UUID(5, 5);

    @Test
    void an_order_costs_what_the_quote_said() {
        Offer offer = offer(PRICE);

        assertThat(placed().details().total()).isEqualTo(Pricing.quote(offer).total());
        assertThat(Pricing.quote(offer).lines()).hasSize(1);
        assertThat(placed().details().expiresAt()).isEqualTo(NOW.plus(HOUR));
    }

    @Test
    void an_order_for_nothing_is_refused() {
        Offer free = offer(Money.zero(Asset.RUB));

        assertThatThrownBy(() -> Order.place(ID, request(), free, NOW, HOUR))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void its_money_pays_it_and_tells_what_was_bought() {
        Settlement settlement = placed().settle(new Receipt(FIRST, PRICE, NOW), NOW.plusSeconds(5));

        assertThat(settlement)
                .isInstanceOfSatisfying(
                        Settlement.Settled.class,
                        settled -> {
                            assertThat(settled.order().status()).isEqualTo(OrderStatus.PAID);
                            assertThat(settled.event()).isEqualTo(expectedEvent());
                        });
    }

    @Test
    void late_money_revives_an_expired_order() {
        Instant late = NOW.plus(Duration.ofDays(2));
        Order expired = givenUp(placed(), late);

        assertThat(expired.status()).isEqualTo(OrderStatus.EXPIRED);
        assertThat(expired.settle(new Receipt(FIRST, PRICE, late), late))
                .isInstanceOf(Settlement.Settled.class);
    }

    @Test
    void what_comes_for_an_order_that_its_buyer_cancelled_stays_his() {
        Order cancelled = new Order.Cancelled(placed().details());

        assertThat(cancelled.status()).isEqualTo(OrderStatus.CANCELLED);
        assertThat(cancelled.settle(new Receipt(FIRST, PRICE, NOW), NOW))
                .isEqualTo(new Settlement.NotWanted());
    }

    @Test
    void a_change_never_counts_from_before_its_order_whatever_the_providers_clock_says() {
        Money difference = new Money(5_000, Asset.RUB);
        Purpose change =
                new Purpose.PlanChange(
                        RENEWED,
                        PlanChangeMode.KEEP_END,
                        difference,
                        new Rates(30, List.of(PRICE)));
        OrderRequest request = new OrderRequest(BUYER, "a-key", change, "cryptobot", false);
        Order placed = Order.place(ID, request, offer(PRICE), NOW, HOUR);
        Receipt early = new Receipt(FIRST, difference, NOW.minusSeconds(90));

        assertThat(placed.settle(early, NOW))
                .isInstanceOfSatisfying(
                        Settlement.Settled.class,
                        settled -> assertThat(settled.event().paidAt()).isEqualTo(NOW));
    }

    @Test
    void money_over_the_total_pays_and_the_event_names_the_total() {
        Money more = new Money(25_000, Asset.RUB);

        assertThat(placed().settle(new Receipt(FIRST, more, NOW), NOW))
                .isInstanceOfSatisfying(
                        Settlement.Settled.class,
                        settled -> assertThat(settled.event().total()).isEqualTo(PRICE));
    }

    @Test
    void less_money_or_other_money_pays_nothing() {
        Money less = new Money(19_899, Asset.RUB);
        Money other = new Money(1_000_000, Asset.USD);

        assertThat(placed().settle(new Receipt(FIRST, less, NOW), NOW))
                .isEqualTo(new Settlement.NotEnough(PRICE, less));
        assertThat(placed().settle(new Receipt(FIRST, other, NOW), NOW))
                .isEqualTo(new Settlement.NotEnough(PRICE, other));
    }

    @Test
    void a_repeated_receipt_changes_nothing_and_a_second_payment_neither() {
        Order.Paid paid = new Order.Paid(placed().details(), FIRST, NOW);

        assertThat(paid.settle(new Receipt(FIRST, PRICE, NOW), NOW))
                .isEqualTo(new Settlement.SettledBefore(paid));
        assertThat(paid.settle(new Receipt(SECOND, PRICE, NOW), NOW))
                .isEqualTo(new Settlement.PaidByAnother(FIRST));
    }

    @Test
    void it_waits_until_its_time_and_not_longer() {
        Instant end = NOW.plus(HOUR);

        assertThat(placed().expire(end.minusNanos(1))).isEqualTo(new Order.Expiry.NotYet(end));
        assertThat(placed().expire(end)).isInstanceOf(Order.Expiry.GivenUp.class);
    }

    @Test
    void a_repeated_request_means_the_same_order_only_with_the_same_wish() {
        OrderDetails details = placed().details();
        Wish wish = Wish.of(details.offer());

        assertThat(details.isFor(wish, request())).isTrue();
        assertThat(details.isFor(new Wish(wish.plan(), 90, wish.asset()), request())).isFalse();
        assertThat(
                        details.isFor(
                                wish,
                                new OrderRequest(
                                        BUYER, "key", new Purpose.NewSubscription(), "cryptobot")))
                .isFalse();
    }

    private static OrderPaid expectedEvent() {
        return new OrderPaid(
                ID,
                BUYER,
                offer(PRICE).plan(),
                Map.of("en", "Pro"),
                30,
                offer(PRICE).entitlement(),
                Optional.of(RENEWED),
                PRICE,
                NOW,
                NOW.plusSeconds(5));
    }

    private static Order givenUp(Order.AwaitingPayment order, Instant now) {
        return switch (order.expire(now)) {
            case Order.Expiry.GivenUp(var expired) -> expired;
            case Order.Expiry.NotYet(var end) -> throw new AssertionError("waits until " + end);
        };
    }

    private static Order.AwaitingPayment placed() {
        return Order.place(ID, request(), offer(PRICE), NOW, HOUR);
    }

    private static OrderRequest request() {
        return new OrderRequest(BUYER, "key", new Purpose.Renewal(RENEWED), "cryptobot");
    }

    private static Offer offer(Money price) {
        return new Offer(
                new PlanId(new UUID(3, 3)),
                "pro",
                "pro",
                Map.of("en", "Pro"),
                30,
                price,
                new Entitlement(
                        Limit.of(1L << 40), TrafficReset.MONTH, Limit.of(5), List.of("Pro")));
    }
}
