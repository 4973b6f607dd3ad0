package io.cybervpn.application.subscription;

import static org.assertj.core.api.Assertions.assertThat;

import io.cybervpn.application.invoicing.FindInvoiceSale;
import io.cybervpn.domain.billing.OrderId;
import io.cybervpn.domain.billing.OrderPaid;
import io.cybervpn.domain.catalogue.Boost;
import io.cybervpn.domain.payment.PaymentId;
import io.cybervpn.domain.payment.PaymentRefunded;
import io.cybervpn.domain.payment.RefundCause;
import io.cybervpn.domain.payment.RefundId;
import io.cybervpn.domain.shared.Asset;
import io.cybervpn.domain.shared.Limit;
import io.cybervpn.domain.shared.Money;
import io.cybervpn.domain.subscription.AddOnsChanged;
import io.cybervpn.domain.subscription.SubscriptionId;
import io.cybervpn.domain.subscription.SubscriptionShortened;
import io.cybervpn.domain.subscription.SubscriptionSnapshot;
import io.cybervpn.domain.subscription.model.Subscription;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * An add-on from its payment to its end: it moves what is granted, never the subscription's time.
 */
class AddOnLifeTest {
    private static final Money PRICE = new Money(9_900, Asset.RUB);

    private final SubscriptionWorld world = new SubscriptionWorld();
    private final GrantAddOnOnOrderPaid grant =
            new GrantAddOnOnOrderPaid(
                    world.unitOfWork, world.subscriptions, world.addOns, world.outbox, world.clock);
    private final EndAddOns end =
            new EndAddOns(
                    world.unitOfWork, world.addOns, world.subscriptions, world.outbox, world.clock);
    private final ShortenOnPaymentRefunded shorten =
            new ShortenOnPaymentRefunded(
                    new Reckoning(
                            world.unitOfWork,
                            world.subscriptions,
                            world.returns,
                            world.addOns,
                            new FindInvoiceSale(world.invoices),
                            world.outbox,
                            world.clock));
    private final OrderPaid opening = Purchases.orderPaid(Purchases.buyer(), Purchases.NOON);

    @BeforeEach
    void open() {
        world.extend.handle(opening).await().indefinitely();
    }

    private Subscription only() {
        return world.subscriptions.all().getFirst();
    }

    private OrderPaid addOn(Boost boost, int days) {
        return addOn(only().service().id(), boost, days);
    }

    private OrderPaid addOn(SubscriptionId subscription, Boost boost, int days) {
        return new OrderPaid(
                new OrderId(UUID.randomUUID()),
                opening.account(),
                opening.plan(),
                opening.planNameI18n(),
                days,
                opening.entitlement(),
                Optional.of(subscription.value()),
                PRICE,
                Purchases.NOON,
                Purchases.NOON,
                Optional.empty(),
                Optional.of(boost));
    }

    private void paid(OrderPaid event) {
        world.extend.handle(event).await().indefinitely();
        grant.handle(event).await().indefinitely();
    }

    private SubscriptionSnapshot granted() {
        FindSubscription.Result found =
                world.find
                        .execute(new FindSubscription.Query(only().service().id()))
                        .await()
                        .indefinitely();
        return ((FindSubscription.Result.Found) found).subscription();
    }

    private int ended() {
        return end.execute(new EndAddOns.Command(10)).await().indefinitely().ended();
    }

    private void back(OrderPaid order, long units) {
        shorten.handle(
                        new PaymentRefunded(
                                new RefundId(UUID.randomUUID()),
                                new PaymentId(UUID.randomUUID()),
                                order.order().value(),
                                order.account(),
                                "fake",
                                RefundCause.STAFF,
                                new Money(units, Asset.RUB),
                                new Money(units, Asset.RUB),
                                PRICE,
                                Purchases.NOON))
                .await()
                .indefinitely();
    }

    @Test
    void what_was_paid_is_granted_once_until_its_own_end() {
        OrderPaid pack = addOn(new Boost(Boost.Kind.TRAFFIC, 50_000_000_000L), 10);
        paid(pack);
        paid(pack);
        paid(addOn(new Boost(Boost.Kind.DEVICES, 1), 40));

        assertThat(granted().entitlement().trafficBytes()).isEqualTo(Limit.of(150_000_000_000L));
        assertThat(granted().entitlement().devices()).isEqualTo(Limit.of(4));
        assertThat(only().expireAt()).isEqualTo(Purchases.NOON.plus(Duration.ofDays(30)));
        assertThat(world.outbox.events(AddOnsChanged.class)).hasSize(2);

        assertThat(ended()).isZero();
        world.clock.advance(Duration.ofDays(10));
        assertThat(ended()).isEqualTo(1);
        assertThat(ended()).isZero();
        assertThat(granted().entitlement().trafficBytes()).isEqualTo(Limit.of(100_000_000_000L));
        assertThat(granted().entitlement().devices()).isEqualTo(Limit.of(4));
        assertThat(world.outbox.events(AddOnsChanged.class)).hasSize(3);
    }

    @Test
    void its_money_takes_its_own_time_back_and_none_of_the_subscription() {
        OrderPaid pack = addOn(new Boost(Boost.Kind.TRAFFIC, 1), 10);
        paid(pack);

        back(pack, 4_950);
        assertThat(world.addOns.of(only().service().id()).await().indefinitely())
                .singleElement()
                .satisfies(
                        half ->
                                assertThat(half.to())
                                        .isEqualTo(Purchases.NOON.plus(Duration.ofDays(5))));
        back(pack, 4_950);

        assertThat(granted().entitlement()).isEqualTo(Purchases.LIMITED);
        assertThat(only().expireAt()).isEqualTo(Purchases.NOON.plus(Duration.ofDays(30)));
        assertThat(world.outbox.events(SubscriptionShortened.class)).isEmpty();
        assertThat(world.outbox.events(AddOnsChanged.class)).hasSize(3);
    }

    @Test
    void a_subscription_that_no_order_of_ours_gave_time_to_ends_where_it_did() {
        Subscription kept =
                Subscription.open(
                                Purchases.subscriptionId(),
                                opening.account(),
                                Purchases.purchase(90, Purchases.NOON),
                                Purchases.NOON)
                        .subscription();
        SubscriptionId id = kept.service().id();
        world.unitOfWork.run(() -> world.subscriptions.add(kept)).await().indefinitely();
        OrderPaid pack = addOn(id, new Boost(Boost.Kind.TRAFFIC, 1), 10);
        paid(pack);

        back(pack, 9_900);

        assertThat(world.subscriptions.find(id).await().indefinitely())
                .map(Subscription::expireAt)
                .contains(kept.expireAt());
    }

    @Test
    void one_that_is_heard_of_after_its_days_grants_nothing() {
        world.clock.advance(Duration.ofDays(11));

        paid(addOn(new Boost(Boost.Kind.TRAFFIC, 1), 10));

        assertThat(granted().entitlement()).isEqualTo(Purchases.LIMITED);
        assertThat(ended()).isZero();
    }
}
