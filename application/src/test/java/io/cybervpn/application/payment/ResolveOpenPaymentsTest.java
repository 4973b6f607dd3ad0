package io.cybervpn.application.payment;

import static io.cybervpn.application.payment.PaymentWorld.PRICE;
import static io.cybervpn.application.payment.PaymentWorld.UNALLOCATED;
import static io.cybervpn.application.payment.PaymentWorld.WALLET;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cybervpn.domain.payment.PaymentCaptured;
import io.cybervpn.domain.payment.PaymentExpired;
import io.cybervpn.domain.payment.PaymentId;
import io.cybervpn.domain.payment.model.Payment;
import io.cybervpn.domain.payment.model.PaymentRequest;
import io.smallrye.mutiny.CompositeException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The janitor: what stays open is asked about until it is certain. */
class ResolveOpenPaymentsTest {
    private final PaymentWorld world = new PaymentWorld();

    @Test
    void money_whose_push_was_lost_is_captured() {
        PaymentId payment = world.pending();
        world.provider.pay(world.reference());

        assertThat(world.resolveLater().taken()).isEqualTo(1);

        assertThat(world.state(payment)).isEqualTo("captured");
        assertThat(world.outbox.events(PaymentCaptured.class)).hasSize(1);
    }

    @Test
    void an_invoice_whose_answer_was_lost_is_found_and_not_made_twice() {
        world.provider.mood(FakeProvider.Mood.LOSES_ANSWERS);
        assertThat(world.start()).isInstanceOf(StartPayment.Result.Delayed.class);
        world.provider.mood(FakeProvider.Mood.WELL);

        assertThat(world.resolveLater().taken()).isEqualTo(1);

        PaymentId payment = world.payments.all().getFirst().id();
        assertThat(world.state(payment)).isEqualTo("pending");
        assertThat(world.provider.references()).hasSize(1);
    }

    @Test
    void an_invoice_that_was_never_made_is_made_now() {
        world.provider.mood(FakeProvider.Mood.DOWN);
        assertThat(world.start()).isInstanceOf(StartPayment.Result.Delayed.class);
        world.provider.mood(FakeProvider.Mood.WELL);

        assertThat(world.resolveLater().taken()).isEqualTo(1);

        assertThat(world.state(world.payments.all().getFirst().id())).isEqualTo("pending");
        assertThat(world.provider.references()).hasSize(1);
    }

    @Test
    void a_payment_whose_process_died_before_the_call_goes_on() {
        PaymentRequest request = abandoned();

        assertThat(world.resolveLater().taken()).isEqualTo(1);

        assertThat(world.state(request.id())).isEqualTo("pending");
    }

    @Test
    void a_call_under_way_is_left_alone() {
        abandoned();

        assertThat(world.resolve().taken()).isZero();
    }

    @Test
    void a_paid_invoice_whose_answer_was_lost_is_captured() {
        world.provider.mood(FakeProvider.Mood.LOSES_ANSWERS);
        assertThat(world.start()).isInstanceOf(StartPayment.Result.Delayed.class);
        world.provider.mood(FakeProvider.Mood.WELL);
        world.provider.pay(world.reference());

        assertThat(world.resolveLater().taken()).isEqualTo(1);

        assertThat(world.state(world.payments.all().getFirst().id())).isEqualTo("captured");
    }

    @Test
    void two_paid_invoices_of_one_payment_capture_once_and_drop_nothing() {
        world.provider.mood(FakeProvider.Mood.LOSES_ANSWERS);
        assertThat(world.start()).isInstanceOf(StartPayment.Result.Delayed.class);
        world.provider.mood(FakeProvider.Mood.WELL);
        world.provider.pay(world.provider.makeTwin(world.reference()));
        world.provider.pay(world.provider.references().getFirst());

        assertThat(world.resolveLater().taken()).isEqualTo(1);

        assertThat(world.outbox.events(PaymentCaptured.class)).hasSize(1);
        assertThat(world.balance(WALLET)).isEqualTo(-PRICE.minorUnits());
        assertThat(world.balance(UNALLOCATED)).isEqualTo(-PRICE.minorUnits());
    }

    @Test
    void a_provider_that_is_down_changes_nothing_and_is_asked_again() {
        PaymentId payment = world.pending();
        world.provider.pay(world.reference());
        world.provider.mood(FakeProvider.Mood.DOWN);

        assertThat(world.resolveLater().unavailable()).containsExactly("fake");
        assertThat(world.state(payment)).isEqualTo("pending");

        world.provider.mood(FakeProvider.Mood.WELL);
        assertThat(world.resolveLater().unavailable()).isEmpty();
        assertThat(world.state(payment)).isEqualTo("captured");
    }

    @Test
    void a_late_payment_is_given_up_only_when_the_provider_says_so() {
        PaymentId payment = world.pending();
        world.clock.advance(Duration.ofHours(5));
        assertThat(world.resolve().taken()).isEqualTo(1);
        assertThat(world.state(payment)).isEqualTo("pending");

        world.provider.expire(world.reference());
        assertThat(world.resolveLater().taken()).isEqualTo(1);

        assertThat(world.state(payment)).isEqualTo("expired");
        assertThat(world.outbox.events(PaymentExpired.class)).hasSize(1);
        assertThat(world.resolveLater().taken()).isZero();
    }

    @Test
    void a_refusal_for_good_frees_its_payment_at_once_and_late_money_still_counts() {
        PaymentId payment = world.pending();
        String reference = world.reference();
        world.provider.end(reference);

        assertThat(world.resolveLater().taken()).isEqualTo(1);

        assertThat(world.state(payment)).isEqualTo("expired");
        assertThat(world.outbox.events(PaymentExpired.class)).hasSize(1);
        assertThat(world.resolveLater().taken()).isZero();
        world.confirm(payment, world.provider.pay(reference));
        assertThat(world.state(payment)).isEqualTo("captured");
    }

    @Test
    void who_is_being_asked_is_not_asked_again_and_the_others_are() {
        world.pending();
        abandoned("gone");
        world.clock.advance(Duration.ofMinutes(11));

        assertThat(rounds(Set.of("fake"))).containsExactly("gone");
        assertThat(rounds(Set.of())).containsExactly("fake");
    }

    private List<String> rounds(Set<String> busy) {
        return world.resolveOpenPayments.begin(busy).await().indefinitely().stream()
                .map(ResolveOpenPayments.Round::provider)
                .toList();
    }

    @Test
    void a_deleted_invoice_is_given_up_once_it_is_late() {
        PaymentId payment = world.pending();
        world.provider.delete(world.reference());
        assertThat(world.resolveLater().taken()).isEqualTo(1);
        assertThat(world.state(payment)).isEqualTo("pending");

        world.clock.advance(Duration.ofHours(5));
        assertThat(world.resolve().taken()).isEqualTo(1);

        assertThat(world.state(payment)).isEqualTo("expired");
    }

    @Test
    void a_late_payment_without_an_invoice_is_given_up_and_not_invoiced() {
        PaymentRequest request = abandoned();
        world.clock.advance(Duration.ofHours(5));

        assertThat(world.resolve().taken()).isEqualTo(1);

        assertThat(world.state(request.id())).isEqualTo("expired");
        assertThat(world.provider.references()).isEmpty();
    }

    @Test
    void each_payment_is_taken_by_one_at_a_time() {
        world.pending();
        world.clock.advance(Duration.ofMinutes(11));

        assertThat(world.resolve().taken()).isEqualTo(1);
        assertThat(world.resolve().taken()).isZero();
    }

    @Test
    void a_provider_without_credentials_leaves_its_payments_open() {
        PaymentRequest request = abandoned("gone");

        assertThat(world.resolveLater().unavailable()).containsExactly("gone");

        assertThat(world.state(request.id())).isEqualTo("created");
    }

    @Test
    void a_payment_that_fails_does_not_stop_the_others() {
        List<PaymentId> both = List.of(world.pending(), world.pending());
        world.provider.references().forEach(world.provider::pay);
        world.outbox.failFromNowOn(true);
        assertThatThrownBy(world::resolveLater).isInstanceOf(CompositeException.class);
        world.outbox.failFromNowOn(false);

        assertThat(world.resolveLater().taken()).isEqualTo(2);

        assertThat(both).extracting(world::state).containsOnly("captured");
    }

    private PaymentRequest abandoned() {
        return abandoned("fake");
    }

    private PaymentRequest abandoned(String provider) {
        PaymentRequest request =
                new PaymentRequest(
                        new PaymentId(world.ids.next()),
                        new UUID(9, 2),
                        PaymentWorld.BUYER,
                        provider,
                        PRICE,
                        "CyberVPN Pro, 30 days",
                        30,
                        world.clock.instant(),
                        world.clock.instant().plus(Duration.ofHours(1)));
        world.unitOfWork
                .run(
                        () ->
                                world.payments.add(
                                        new Payment.Created(request),
                                        world.clock.instant().plus(Duration.ofMinutes(1))))
                .await()
                .indefinitely();
        return request;
    }
}
