package io.cybervpn.application.billing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cybervpn.application.payment.RecurringConsent;
import io.cybervpn.domain.billing.OrderId;
import io.cybervpn.domain.billing.OrderPaid;
import io.cybervpn.domain.billing.OrderStatus;
import io.cybervpn.domain.billing.model.Order;
import io.cybervpn.domain.billing.model.Purpose;
import io.cybervpn.domain.catalogue.model.Plan;
import io.cybervpn.domain.catalogue.model.PlanContent;
import io.cybervpn.domain.catalogue.model.Term;
import io.cybervpn.domain.payment.PaymentCaptured;
import io.cybervpn.domain.payment.PaymentId;
import io.cybervpn.domain.payment.RecurringChargeCaptured;
import io.cybervpn.domain.shared.Asset;
import io.cybervpn.domain.shared.Money;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Sold again each period because the provider charged by itself (R95), once for each charge. */
class SellRecurringTest {
    private final BillingWorld world = new BillingWorld();
    private final UUID subscription = new UUID(5, 5);
    private OrderId first;
    private PaymentId firstPayment;

    @BeforeEach
    void somebody_agrees_and_pays() {
        Checkout.Result.Ordered ordered = (Checkout.Result.Ordered) order(wish("a-key"));
        first = ordered.order().id();
        firstPayment = ordered.payment().orElseThrow().id();
        world.handle(world.captured(first, BillingWorld.PRICE));
        world.opened = Optional.of(subscription);
    }

    private PlaceOrder.Command wish(String key) {
        return world.wish(key);
    }

    private Checkout.Result order(PlaceOrder.Command wish) {
        return world.checkout
                .execute(
                        new Checkout.Command(
                                wish,
                                Optional.empty(),
                                Optional.of(RecurringConsent.VERSION),
                                Optional.empty()))
                .await()
                .indefinitely();
    }

    /** The event, after its money came into the wallet. */
    private RecurringChargeCaptured charged() {
        PaymentId payment = new PaymentId(world.ids.next());
        world.fill(BillingWorld.PRICE, "payment-captured:" + payment.value());
        return new RecurringChargeCaptured(
                payment,
                firstPayment,
                world.ids.next(),
                first.value(),
                world.buyer,
                "fake",
                BillingWorld.PRICE,
                world.clock.instant(),
                world.clock.instant());
    }

    private void sell(RecurringChargeCaptured event) {
        world.sellRecurring.handle(event).await().indefinitely();
    }

    private List<OrderPaid> paid() {
        return world.outbox.events(OrderPaid.class);
    }

    @Test
    void each_charge_is_one_order_more_for_the_subscription_of_the_first_at_its_price() {
        RecurringChargeCaptured event = charged();

        sell(event);
        sell(event);

        assertThat(paid()).hasSize(2);
        OrderPaid renewed = paid().getLast();
        assertThat(renewed.renews()).contains(subscription);
        assertThat(renewed.total()).isEqualTo(BillingWorld.PRICE);
        assertThat(renewed.termDays()).isEqualTo(30);
        assertThat(renewed.order()).isEqualTo(new OrderId(event.subject()));
        assertThat(world.orders.all()).hasSize(2);
    }

    @Test
    void its_money_is_heard_of_by_two_events_and_sold_for_once() {
        RecurringChargeCaptured event = charged();
        world.handle(captured(event));
        sell(event);
        world.handle(captured(event));

        assertThat(paid()).hasSize(2);
    }

    private PaymentCaptured captured(RecurringChargeCaptured event) {
        return new PaymentCaptured(
                event.payment(),
                event.subject(),
                event.payer(),
                event.provider(),
                event.received(),
                event.paidAt(),
                event.at());
    }

    @Test
    void the_price_of_the_first_order_holds_when_the_plan_has_another_one() {
        world.catalogue.put(world.product, plan(true));

        sell(charged());

        assertThat(paid().getLast().total()).isEqualTo(BillingWorld.PRICE);
        assertThat(steered()).isFalse();
    }

    /** The same plan for RUB 249.00. */
    private Plan plan(boolean active) {
        PlanContent was = world.plan.content();
        return Plan.create(
                world.plan.id(),
                world.product.id(),
                new PlanContent(
                        was.code(),
                        was.tier(),
                        was.name(),
                        was.description(),
                        was.entitlement(),
                        List.of(new Term(30, List.of(new Money(24_900, Asset.RUB)))),
                        active,
                        was.sortOrder()),
                world.clock.instant());
    }

    @Test
    void before_the_first_order_has_given_its_time_nothing_is_sold_and_it_is_tried_again() {
        world.opened = Optional.empty();
        RecurringChargeCaptured event = charged();

        assertThatThrownBy(() -> sell(event)).isInstanceOf(IllegalStateException.class);
        assertThat(world.orders.all()).hasSize(1);

        world.opened = Optional.of(subscription);
        sell(event);
        assertThat(paid()).hasSize(2);
    }

    @Test
    void what_is_not_on_sale_any_more_is_sold_once_more_and_then_ended() {
        world.catalogue.put(world.product, plan(false));

        sell(charged());

        assertThat(paid()).hasSize(2);
        assertThat(steered()).isTrue();
    }

    private boolean steered() {
        return world.unitOfWork
                .run(() -> world.payment.mandates().find(firstPayment))
                .await()
                .indefinitely()
                .orElseThrow()
                .toTell()
                .isPresent();
    }

    @Test
    void what_is_not_charged_so_is_refused_and_leaves_no_order() {
        assertRefused(world.wish("with wallet", "fake", true), new Refusal.NotRecurring());
        assertRefused(world.wish("by wallet", "wallet"), new Refusal.NotRecurring());
        PlaceOrder.Command longer =
                new PlaceOrder.Command(
                        wish("x").actor(),
                        world.plan.id(),
                        90,
                        Asset.RUB,
                        Optional.empty(),
                        "fake",
                        "longer");
        assertRefused(longer, new Refusal.NotRecurring());
        world.payment.recurring().offered = false;
        assertRefused(wish("off"), new Refusal.NotRecurring());
    }

    @Test
    void what_a_provider_charges_for_already_is_not_agreed_to_twice() {
        world.charged = true;
        PlaceOrder.Command renewal =
                new PlaceOrder.Command(
                        wish("x").actor(),
                        world.plan.id(),
                        30,
                        Asset.RUB,
                        Optional.of(subscription),
                        "fake",
                        "again");

        assertRefused(renewal, new Refusal.ChargedByProvider());
    }

    private void assertRefused(PlaceOrder.Command wish, Refusal reason) {
        assertThat(order(wish)).isEqualTo(new Checkout.Result.Refused(reason));
        assertThat(world.orders.all()).hasSize(1);
    }

    @Test
    void its_order_looks_like_any_renewal() {
        sell(charged());

        Order order = world.orders.all().getLast();
        assertThat(order.status()).isEqualTo(OrderStatus.PAID);
        assertThat(order.details().request().purpose())
                .isEqualTo(new Purpose.Renewal(subscription));
        assertThat(order.details().request().paymentMethod()).isEqualTo("fake");
    }
}
