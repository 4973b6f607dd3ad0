package io.cybervpn.application.payment;

import static org.assertj.core.api.Assertions.assertThat;

import io.cybervpn.domain.payment.model.Payment;
import java.net.URI;
import org.junit.jupiter.api.Test;

/** Flow 2 and 3 of a payment (R81, R82, R90). */
class StartPaymentTest {
    private final PaymentWorld world = new PaymentWorld();

    @Test
    void a_started_payment_can_be_paid() {
        StartPayment.Result result = world.start();

        assertThat(result)
                .isInstanceOfSatisfying(
                        StartPayment.Result.Started.class,
                        started -> {
                            assertThat(started.payment().state()).isEqualTo("pending");
                            assertThat(started.payment().payUrl())
                                    .contains(URI.create("https://pay.example/1000"));
                            assertThat(started.payment().amount()).isEqualTo(PaymentWorld.PRICE);
                        });
    }

    @Test
    void the_payment_is_stored_before_the_provider_is_called() {
        world.provider.beforeAnswer(
                () ->
                        assertThat(world.payments.all())
                                .singleElement()
                                .isInstanceOf(Payment.Created.class));

        assertThat(world.start()).isInstanceOf(StartPayment.Result.Started.class);
    }

    @Test
    void a_lost_answer_is_unknown_and_not_failed() {
        world.provider.mood(FakeProvider.Mood.LOSES_ANSWERS);

        assertThat(world.start())
                .isInstanceOfSatisfying(
                        StartPayment.Result.Delayed.class,
                        delayed -> assertThat(delayed.payment().state()).isEqualTo("unknown"));
    }

    @Test
    void a_refusal_is_failed() {
        world.provider.mood(FakeProvider.Mood.REFUSES);

        assertThat(world.start())
                .isInstanceOfSatisfying(
                        StartPayment.Result.Refused.class,
                        refused -> assertThat(refused.payment().state()).isEqualTo("failed"));
    }

    @Test
    void nothing_is_stored_for_a_provider_that_is_not_there() {
        assertThat(world.start("other")).isEqualTo(new StartPayment.Result.NoSuchProvider());
        assertThat(world.payments.all()).isEmpty();
    }

    @Test
    void a_push_may_be_faster_than_the_answer() {
        world.provider.beforeAnswer(
                () ->
                        assertThat(
                                        world.confirm(
                                                world.payments.all().getLast().id(),
                                                world.provider.pay(world.reference())))
                                .isInstanceOf(ConfirmPayment.Result.Confirmed.class));

        assertThat(world.start())
                .isInstanceOfSatisfying(
                        StartPayment.Result.Started.class,
                        started -> assertThat(started.payment().state()).isEqualTo("captured"));
    }
}
