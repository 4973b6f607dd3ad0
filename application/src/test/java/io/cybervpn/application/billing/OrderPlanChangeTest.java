package io.cybervpn.application.billing;

import static org.assertj.core.api.Assertions.assertThat;

import io.cybervpn.application.billing.port.PlanChangePrices;
import io.cybervpn.application.shared.Actor;
import io.cybervpn.domain.billing.OrderId;
import io.cybervpn.domain.billing.OrderPaid;
import io.cybervpn.domain.billing.OrderStatus;
import io.cybervpn.domain.billing.PlanChangeMode;
import io.cybervpn.domain.billing.PlanChangeRefusal;
import io.cybervpn.domain.catalogue.Rates;
import io.cybervpn.domain.shared.Asset;
import io.cybervpn.domain.shared.Money;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A change of plan that costs money is an order like others. */
class OrderPlanChangeTest {
    private static final Rates RATES = new Rates(30, List.of(BillingWorld.PRICE));

    private final BillingWorld world = new BillingWorld();
    private final UUID subscription = UUID.randomUUID();
    private final CancelOrder cancel = new CancelOrder(world.unitOfWork, world.orders, world.till);

    OrderPlanChangeTest() {
        world.changes = this::price;
    }

    private static Money rub(long units) {
        return new Money(units, Asset.RUB);
    }

    private PlanChangePrices.Price price(PlanChangeWish wish) {
        return wish.fingerprint().equals("seen")
                ? new PlanChangePrices.Price.Of(rub(4_999), RATES)
                : new PlanChangePrices.Price.Refused(PlanChangeRefusal.PREVIEW_OUTDATED);
    }

    private PlaceOrder.Result place(PlanChangeMode mode, String fingerprint, String key) {
        return world.placeOrder
                .execute(
                        new PlaceOrder.Command(
                                new Actor.Customer(world.buyer),
                                world.plan.id(),
                                30,
                                Asset.RUB,
                                Optional.empty(),
                                "fake",
                                false,
                                key,
                                Optional.of(
                                        new PlanChangeWish(
                                                subscription,
                                                mode,
                                                SampleOrders.NOW,
                                                fingerprint))))
                .await()
                .indefinitely();
    }

    private static List<Money> totals(PlaceOrder.Result... results) {
        return Stream.of(results)
                .map(result -> ((PlaceOrder.Result.Placed) result).order().total())
                .toList();
    }

    private CancelOrder.Result cancel(Actor actor, OrderId order) {
        return cancel.execute(new CancelOrder.Command(actor, order)).await().indefinitely();
    }

    @Test
    void it_costs_what_its_preview_said_and_is_placed_once_per_key() {
        PlaceOrder.Result placed = place(PlanChangeMode.KEEP_END, "seen", "a-key");
        PlaceOrder.Result repeated = place(PlanChangeMode.KEEP_END, "seen", "a-key");
        PlaceOrder.Result other = place(PlanChangeMode.ADD_TERM, "seen", "a-key");
        PlaceOrder.Result longer = place(PlanChangeMode.ADD_TERM, "seen", "b-key");

        assertThat(totals(placed, longer)).containsExactly(rub(4_999), rub(24_899));
        assertThat(((PlaceOrder.Result.Placed) repeated).repeated()).isTrue();
        assertThat(other).isEqualTo(new PlaceOrder.Result.Refused(new Refusal.KeyReused()));
        assertThat(world.orders.all()).hasSize(2);
    }

    @Test
    void one_whose_preview_does_not_hold_is_not_placed() {
        assertThat(place(PlanChangeMode.KEEP_END, "other", "a-key"))
                .isEqualTo(
                        new PlaceOrder.Result.Refused(
                                new Refusal.NoPlanChange(PlanChangeRefusal.PREVIEW_OUTDATED)));
        assertThat(world.orders.all()).isEmpty();
    }

    @Test
    void what_comes_for_one_that_was_given_up_stays_in_the_wallet() {
        place(PlanChangeMode.KEEP_END, "seen", "a-key");
        OrderId order = world.orders.all().getFirst().details().id();

        assertThat(cancel(new Actor.Customer(SampleOrders.buyer()), order))
                .isInstanceOf(CancelOrder.Result.NoSuchOrder.class);
        assertThat(cancel(new Actor.Customer(world.buyer), order))
                .isInstanceOf(CancelOrder.Result.Cancelled.class);
        assertThat(cancel(new Actor.Customer(world.buyer), order))
                .isInstanceOf(CancelOrder.Result.Cancelled.class);
        world.handle(world.captured(order, rub(4_999)));

        assertThat(world.orders.all().getFirst().status()).isEqualTo(OrderStatus.CANCELLED);
        assertThat(world.outbox.events(OrderPaid.class)).isEmpty();
    }

    @Test
    void what_is_paid_tells_which_subscription_goes_to_which_prices() {
        place(PlanChangeMode.KEEP_END, "seen", "a-key");
        OrderId order = world.orders.all().getFirst().details().id();

        world.handle(world.captured(order, rub(4_999)));

        assertThat(world.outbox.events(OrderPaid.class))
                .singleElement()
                .satisfies(
                        paid -> {
                            assertThat(paid.renews()).contains(subscription);
                            assertThat(paid.change()).contains(RATES);
                            assertThat(paid.total()).isEqualTo(rub(4_999));
                        });
        assertThat(cancel(new Actor.Customer(world.buyer), order))
                .isInstanceOf(CancelOrder.Result.Paid.class);
    }
}
