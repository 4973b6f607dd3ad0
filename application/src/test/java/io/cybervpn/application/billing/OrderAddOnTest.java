package io.cybervpn.application.billing;

import static org.assertj.core.api.Assertions.assertThat;

import io.cybervpn.application.billing.port.AddOnPrices;
import io.cybervpn.application.shared.Actor;
import io.cybervpn.domain.billing.AddOnRefusal;
import io.cybervpn.domain.billing.OrderId;
import io.cybervpn.domain.billing.OrderPaid;
import io.cybervpn.domain.billing.Quotation;
import io.cybervpn.domain.catalogue.AddOnId;
import io.cybervpn.domain.catalogue.Boost;
import io.cybervpn.domain.catalogue.Offer;
import io.cybervpn.domain.catalogue.PlanId;
import io.cybervpn.domain.shared.Asset;
import io.cybervpn.domain.shared.Money;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An order for an add-on costs what was quoted, and tells what is added to which subscription. */
class OrderAddOnTest {
    private static final Money PRICE = new Money(9_900, Asset.RUB);
    private static final Boost BOOST = new Boost(Boost.Kind.TRAFFIC, 50_000_000_000L);

    private final BillingWorld world = new BillingWorld();
    private final AddOnWish wish = new AddOnWish(UUID.randomUUID(), new AddOnId(UUID.randomUUID()));

    @BeforeEach
    void sell() {
        Offer offer =
                new Offer(
                        world.plan.id(),
                        "traffic-50",
                        "add_on",
                        Map.of("en", "50 GB more"),
                        30,
                        PRICE,
                        world.plan.content().entitlement());
        world.addOns =
                asked ->
                        asked.equals(wish)
                                ? new AddOnPrices.Price.Of(offer, BOOST)
                                : new AddOnPrices.Price.Refused(AddOnRefusal.ADD_ON_NOT_ON_SALE);
    }

    private Checkout.Result order(AddOnWish what, String key, Asset asset) {
        PlaceOrder.Command order =
                new PlaceOrder.Command(
                        new Actor.Customer(world.buyer),
                        new PlanId(what.addOn().value()),
                        1,
                        asset,
                        Optional.empty(),
                        "fake",
                        false,
                        key);
        return world.checkout
                .execute(
                        new Checkout.Command(
                                order, Optional.empty(), Optional.empty(), Optional.of(what)))
                .await()
                .indefinitely();
    }

    @Test
    void it_costs_what_was_quoted_and_is_placed_once_per_key() {
        Checkout.Result first = order(wish, "a-key", Asset.RUB);
        Checkout.Result again = order(wish, "a-key", Asset.RUB);

        assertThat(first)
                .isInstanceOfSatisfying(
                        Checkout.Result.Ordered.class,
                        ordered -> {
                            assertThat(ordered.order().total()).isEqualTo(PRICE);
                            assertThat(ordered.order().termDays()).isEqualTo(30);
                            assertThat(ordered.order().subscription())
                                    .contains(wish.subscription());
                        });
        assertThat(again).isInstanceOf(Checkout.Result.Ordered.class);
        assertThat(world.orders.all()).hasSize(1);
        assertThat(order(wish, "a-key", Asset.USD))
                .isEqualTo(new Checkout.Result.Refused(new Refusal.KeyReused()));
    }

    @Test
    void the_quote_is_one_line_of_the_same_price() {
        QuoteAddOn.Result quoted =
                new QuoteAddOn(world.unitOfWork, world.addOnPrices)
                        .execute(
                                new QuoteAddOn.Query(
                                        new Actor.Customer(world.buyer), wish, Asset.RUB))
                        .await()
                        .indefinitely();

        assertThat(quoted)
                .isInstanceOfSatisfying(
                        QuoteAddOn.Result.Quoted.class,
                        it -> {
                            assertThat(it.quotation().total()).isEqualTo(PRICE);
                            assertThat(it.quotation().lines())
                                    .extracting(Quotation.Line::kind)
                                    .containsExactly(Quotation.Kind.ADD_ON);
                        });
    }

    @Test
    void what_is_refused_leaves_no_order() {
        AddOnWish other = new AddOnWish(wish.subscription(), new AddOnId(UUID.randomUUID()));

        assertThat(order(other, "a-key", Asset.RUB))
                .isEqualTo(
                        new Checkout.Result.Refused(
                                new Refusal.NoAddOn(AddOnRefusal.ADD_ON_NOT_ON_SALE)));
        assertThat(world.orders.all()).isEmpty();
    }

    @Test
    void what_is_paid_tells_what_is_added_to_which_subscription() {
        order(wish, "a-key", Asset.RUB);
        OrderId order = world.orders.all().getFirst().details().id();

        world.handle(world.captured(order, PRICE));

        assertThat(world.outbox.events(OrderPaid.class))
                .singleElement()
                .satisfies(
                        paid -> {
                            assertThat(paid.renews()).contains(wish.subscription());
                            assertThat(paid.boost()).contains(BOOST);
                            assertThat(paid.change()).isEmpty();
                            assertThat(paid.termDays()).isEqualTo(30);
                        });
    }
}
