package io.cybervpn.application.payment;

import static org.assertj.core.api.Assertions.assertThat;

import io.cybervpn.application.payment.port.PaymentNotices.Which;
import io.cybervpn.domain.payment.PaymentCaptured;
import io.cybervpn.domain.payment.PaymentFlagged;
import io.cybervpn.domain.payment.PaymentId;
import io.cybervpn.domain.payment.RecurringChargeCaptured;
import io.cybervpn.domain.payment.Steering;
import io.cybervpn.domain.payment.model.Mandate;
import io.cybervpn.domain.payment.model.Mandate.Standing;
import io.cybervpn.domain.payment.model.Payment;
import io.cybervpn.domain.payment.model.Receipt;
import io.cybervpn.domain.shared.Asset;
import io.cybervpn.domain.shared.Money;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a provider charges by itself, in whatever order and however often it is said (R84, R85). */
class RecurringChargeTest {
    private static final Duration MONTH = Duration.ofDays(30);

    private final RefundWorld refunds = new RefundWorld();
    private final PaymentWorld world = refunds.shop;
    private final BeginMandateOnPaymentCaptured begin =
            new BeginMandateOnPaymentCaptured(world.unitOfWork, world.mandateBook);
    private final CancelMandateOnPaymentFlagged cancelFlagged =
            new CancelMandateOnPaymentFlagged(world.unitOfWork, world.mandateBook);
    private final SteerMandate steer = new SteerMandate(world.unitOfWork, world.mandateBook);
    private final RunMandates run =
            new RunMandates(
                    world.unitOfWork,
                    world.mandateBook,
                    world.payments,
                    world.recurring,
                    world.takeRecurringCharge);
    private PaymentId first;

    @BeforeEach
    void somebody_agrees() {
        assertThat(start(Optional.of(RecurringConsent.VERSION)))
                .isInstanceOf(StartPayment.Result.Started.class);
        first = world.payments.all().getLast().id();
    }

    private StartPayment.Result start(Optional<String> recurring) {
        return start(PaymentWorld.PRICE, 30, recurring);
    }

    private StartPayment.Result start(Money amount, int days, Optional<String> recurring) {
        return now(
                world.startPayment.execute(
                        new StartPayment.Command(
                                new UUID(9, 2),
                                PaymentWorld.BUYER,
                                amount,
                                "CyberVPN Pro, 30 days",
                                "fake",
                                days,
                                world.clock.instant().plus(Duration.ofHours(1)),
                                Optional.empty(),
                                recurring)));
    }

    private static <T> T now(Uni<T> work) {
        return work.await().indefinitely();
    }

    private void paid() {
        world.confirm(first, world.provider.pay(world.reference()));
        world.outbox.events().stream()
                .filter(PaymentCaptured.class::isInstance)
                .map(PaymentCaptured.class::cast)
                .forEach(event -> now(begin.handle(event)));
    }

    private Receipt charge(String reference, Money amount) {
        return new Receipt(reference, new Receipt.Received.Exact(amount), world.clock.instant());
    }

    private ConfirmPayment.Result take(Receipt receipt) {
        return now(
                world.takeRecurringCharge.execute(
                        new TakeRecurringCharge.Command(
                                first,
                                "fake",
                                receipt,
                                Optional.of(receipt.paidAt().plus(MONTH)))));
    }

    private Mandate mandate() {
        return now(world.unitOfWork.run(() -> world.mandates.find(first))).orElseThrow();
    }

    private List<RecurringChargeCaptured> told() {
        return world.outbox.events().stream()
                .filter(RecurringChargeCaptured.class::isInstance)
                .map(RecurringChargeCaptured.class::cast)
                .toList();
    }

    private RunMandates.Result run() {
        return now(run.execute(new RunMandates.Command(100)));
    }

    @Test
    void the_link_asks_for_it_again_and_again_and_nobody_else_is_asked_so() {
        assertThat(mandate().standing()).isEqualTo(new Standing.Offered());
        assertThat(world.provider.calls().getLast().every()).contains(MONTH);

        assertThat(start(Optional.empty())).isInstanceOf(StartPayment.Result.Started.class);
        assertThat(world.provider.calls().getLast().every()).isEmpty();
    }

    @Test
    void what_the_provider_does_not_take_so_is_refused_and_nothing_is_stored() {
        int before = world.payments.all().size();
        Optional<String> agreed = Optional.of(RecurringConsent.VERSION);

        assertThat(start(PaymentWorld.PRICE, 90, agreed))
                .isInstanceOf(StartPayment.Result.NotRecurring.class);
        assertThat(start(new Money(100_001, Asset.RUB), 30, agreed))
                .isInstanceOf(StartPayment.Result.NotRecurring.class);
        world.recurring.offered = false;
        assertThat(start(agreed)).isInstanceOf(StartPayment.Result.NotRecurring.class);
        assertThat(world.payments.all()).hasSize(before);
    }

    @Test
    void each_charge_is_one_payment_once_however_often_and_in_which_order_it_is_said() {
        paid();
        world.clock.advance(MONTH);
        Receipt second = charge("second", PaymentWorld.PRICE);
        world.clock.advance(MONTH);
        Receipt third = charge("third", PaymentWorld.PRICE);

        for (Receipt said : List.of(third, second, third, second, second)) {
            assertThat(take(said)).isInstanceOf(ConfirmPayment.Result.Confirmed.class);
        }

        assertThat(told()).hasSize(2);
        assertThat(world.mandates.charges()).isEqualTo(2);
        assertThat(world.balance(PaymentWorld.WALLET))
                .isEqualTo(-3 * PaymentWorld.PRICE.minorUnits());
        assertThat(mandate().paidUntil()).contains(third.paidAt().plus(MONTH));
        assertThat(told()).extracting(RecurringChargeCaptured::first).containsOnly(first);
    }

    @Test
    void a_charge_that_says_other_money_is_kept_apart_and_no_more_of_it_shall_come() {
        paid();
        world.clock.advance(MONTH);

        assertThat(take(charge("less", new Money(1, Asset.RUB))))
                .isInstanceOf(ConfirmPayment.Result.Flagged.class);

        assertThat(told()).isEmpty();
        assertThat(world.balance(PaymentWorld.UNALLOCATED)).isEqualTo(-1);
        assertThat(mandate().toTell()).contains(Steering.CANCEL);
    }

    @Test
    void a_charge_of_what_nobody_agreed_to_is_kept_apart() {
        PaymentId once = world.pending();
        ConfirmPayment.Result result =
                now(
                        world.takeRecurringCharge.execute(
                                new TakeRecurringCharge.Command(
                                        new PaymentId(UUID.randomUUID()),
                                        "fake",
                                        charge("nobodys", PaymentWorld.PRICE),
                                        Optional.empty())));

        assertThat(result).isInstanceOf(ConfirmPayment.Result.NoSuchPayment.class);
        assertThat(world.state(once)).isEqualTo("pending");
        assertThat(told()).isEmpty();
    }

    @Test
    void money_of_who_is_forgotten_is_flagged_and_the_provider_is_told_to_stop() {
        paid();
        now(world.unitOfWork.run(() -> world.endings.erase(PaymentWorld.BUYER, Instant.EPOCH)));
        now(
                world.unitOfWork.run(
                        () ->
                                new CancelMandatesOfAccount(world.mandateBook)
                                        .execute(PaymentWorld.BUYER)));
        world.clock.advance(MONTH);

        assertThat(take(charge("late", PaymentWorld.PRICE)))
                .isInstanceOf(ConfirmPayment.Result.Flagged.class);
        assertThat(run().waiting()).isZero();

        assertThat(world.recurring.told).containsExactly(Steering.CANCEL);
        assertThat(mandate().toTell()).isEmpty();
        assertThat(told()).isEmpty();
    }

    @Test
    void first_money_that_does_not_fit_ends_the_agreement() {
        world.confirm(
                first,
                new Receipt(
                        world.reference(),
                        new Receipt.Received.Exact(new Money(1, Asset.RUB)),
                        world.clock.instant()));
        world.outbox.events().stream()
                .filter(PaymentFlagged.class::isInstance)
                .map(PaymentFlagged.class::cast)
                .forEach(event -> now(cancelFlagged.handle(event)));

        assertThat(mandate().isRunning()).isFalse();
        run();
        assertThat(world.recurring.told).containsExactly(Steering.CANCEL);
    }

    @Test
    void a_wish_is_told_until_the_provider_answers() {
        paid();
        world.recurring.unwell = true;
        assertThat(now(steer.execute(new SteerMandate.Command(first, Steering.CANCEL))))
                .isInstanceOf(SteerMandate.Result.Steered.class);
        assertThat(run()).isEqualTo(new RunMandates.Result(1, 1));
        assertThat(mandate().toTell()).contains(Steering.CANCEL);

        world.recurring.unwell = false;
        world.clock.advance(Duration.ofMinutes(11));
        assertThat(run()).isEqualTo(new RunMandates.Result(1, 0));
        assertThat(run()).isEqualTo(new RunMandates.Result(0, 0));
        assertThat(world.recurring.told).containsExactly(Steering.CANCEL);

        now(steer.execute(new SteerMandate.Command(first, Steering.ALLOW)));
        run();
        assertThat(world.recurring.told).containsExactly(Steering.CANCEL, Steering.ALLOW);
    }

    @Test
    void a_push_that_never_came_costs_an_hour_and_no_money() {
        paid();
        world.clock.advance(MONTH);
        Receipt second = charge("second", PaymentWorld.PRICE);
        world.recurring.listed.add(
                new Receipt(
                        world.reference(),
                        new Receipt.Received.Exact(PaymentWorld.PRICE),
                        world.clock.instant()));
        world.recurring.listed.add(second);
        assertThat(run().taken()).isZero();

        world.clock.advance(Duration.ofMinutes(61));
        assertThat(run().taken()).isOne();
        assertThat(run().taken()).isZero();

        assertThat(told()).hasSize(1);
        assertThat(take(second)).isInstanceOf(ConfirmPayment.Result.Confirmed.class);
        assertThat(told()).hasSize(1);
    }

    @Test
    void what_is_not_charged_for_three_days_has_failed() {
        paid();
        world.clock.advance(MONTH.plusDays(3).plusHours(1));

        run();

        assertThat(MandateView.of(mandate()).state()).isEqualTo("failed");
        assertThat(take(charge("after all", PaymentWorld.PRICE)))
                .isInstanceOf(ConfirmPayment.Result.Confirmed.class);
    }

    @Test
    void a_refund_names_the_charge_that_went_back_and_waits_for_one_that_is_not_heard_of() {
        paid();
        Payment.Captured one = (Payment.Captured) world.payments.get(first);
        assertThat(find(one.receipt().reference())).isEqualTo(new ApplyReturns.Found.Of(first));

        assertThat(find("second")).isEqualTo(new ApplyReturns.Found.NotHeardOf());
        take(charge("second", PaymentWorld.PRICE));

        assertThat(find("second"))
                .isInstanceOf(ApplyReturns.Found.Of.class)
                .isNotEqualTo(new ApplyReturns.Found.Of(first));
    }

    private ApplyReturns.Found find(String reference) {
        return now(
                world.unitOfWork.run(
                        () ->
                                refunds.applyReturns.find(
                                        "fake", new Which.Charge(reference, first))));
    }
}
