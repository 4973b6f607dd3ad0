package io.cybervpn.application.renewal;

import static org.assertj.core.api.Assertions.assertThat;

import io.cybervpn.application.payment.MandateView;
import io.cybervpn.application.payment.PaymentDesk;
import io.cybervpn.application.subscription.FindOrders;
import io.cybervpn.domain.billing.OrderId;
import io.cybervpn.domain.payment.PaymentId;
import io.cybervpn.domain.payment.model.Mandate;
import io.cybervpn.domain.renewal.ChargeBy;
import io.cybervpn.domain.renewal.RenewalToTell;
import io.cybervpn.domain.renewal.Terms;
import io.cybervpn.domain.renewal.model.AutoRenewal;
import io.cybervpn.domain.shared.Money;
import io.cybervpn.domain.subscription.SubscriptionId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a payment provider charges by itself the shop does not charge too (R95). */
class ChargedByProviderTest {
    private final RenewalWorld world = new RenewalWorld();
    private final Instant start = world.clock.instant();
    private SubscriptionId id;

    @BeforeEach
    void somebody_has_a_subscription() {
        id = world.open();
    }

    private static Duration days(int days) {
        return Duration.ofDays(days);
    }

    private OrderId firstOrder() {
        return RenewalWorld.run(
                        world.unitOfWork.run(
                                () ->
                                        new FindOrders(
                                                        world.unitOfWork,
                                                        world.subscriptions.subscriptions)
                                                .of(id)))
                .getLast();
    }

    private Mandate agreed(UUID order) {
        Mandate running =
                new Mandate(
                                new PaymentId(UUID.randomUUID()),
                                order,
                                world.buyer,
                                "fake",
                                RenewalWorld.PRICE,
                                days(30),
                                new Mandate.Standing.Offered(),
                                Optional.empty(),
                                Optional.empty())
                        .begun(start);
        RenewalWorld.run(
                world.unitOfWork.run(
                        () ->
                                world.mandates
                                        .add(running, "2026-11", world.clock.instant())
                                        .replaceWith(true)));
        return running;
    }

    /** An order renewed it. */
    private void keepOneCharge(OrderId order) {
        KeepOneChargeOnOrderPaid keep =
                new KeepOneChargeOnOrderPaid(
                        world.unitOfWork,
                        world.findMandates,
                        world.charging,
                        PaymentDesk.steerMandate(world.unitOfWork, world.mandates, world.clock),
                        world.renewals,
                        world.clock);
        RenewalWorld.run(keep.handle(world.paid(order, Optional.of(id.value()))));
    }

    private List<MandateView> mandates() {
        return RenewalWorld.run(world.unitOfWork.run(() -> world.charging.all(id)));
    }

    @Test
    void it_is_told_of_and_never_charged_for_by_the_shop() {
        world.shop.fill(world.buyer, new Money(12 * 19_900, RenewalWorld.PRICE.asset()));
        assertThat(world.agree(id, RenewalWorld.PRICE)).isEqualTo(new SetAutoRenew.Result.Set());
        agreed(firstOrder().value());

        world.pass(days(31));

        assertThat(world.ordersPaid()).isZero();
        assertThat(world.toldSince(start))
                .containsExactly(
                        "23d will_be_charged",
                        "27d will_be_charged",
                        "29d will_be_charged",
                        "30d suspended");
        assertThat(world.outbox.events(RenewalToTell.class).getFirst().values())
                .containsEntry("chargeAt", start.plus(days(30)).toString());
    }

    @Test
    void the_own_renewal_cannot_be_switched_on_beside_it() {
        agreed(firstOrder().value());

        assertThat(world.agree(id, RenewalWorld.PRICE))
                .isEqualTo(new SetAutoRenew.Result.ByProvider());
    }

    @Test
    void who_agrees_once_more_ends_what_was_agreed_before_and_the_own_renewal() {
        agreed(firstOrder().value());
        Mandate latest = agreed(UUID.randomUUID());
        RenewalWorld.run(
                world.unitOfWork.run(
                        () ->
                                world.renewals
                                        .put(
                                                new AutoRenewal(
                                                        id,
                                                        world.buyer,
                                                        new AutoRenewal.State.On(
                                                                new Terms(
                                                                        new ChargeBy.Wallet(),
                                                                        30,
                                                                        RenewalWorld.PRICE),
                                                                "2026-11",
                                                                start)))
                                        .replaceWith(true)));

        keepOneCharge(new OrderId(latest.subject()));

        assertThat(mandates()).extracting(MandateView::state).containsExactly("cancelled");
        assertThat(
                        RenewalWorld.run(world.unitOfWork.run(() -> world.renewals.find(id)))
                                .orElseThrow()
                                .state())
                .isInstanceOf(AutoRenewal.State.Off.class);
    }

    @Test
    void an_order_that_nobody_agreed_to_pay_again_ends_nothing() {
        agreed(firstOrder().value());

        keepOneCharge(new OrderId(UUID.randomUUID()));

        assertThat(mandates()).extracting(MandateView::state).containsExactly("running");
    }
}
