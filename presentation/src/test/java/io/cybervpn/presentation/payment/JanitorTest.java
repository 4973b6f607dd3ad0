package io.cybervpn.presentation.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.cybervpn.application.payment.PaymentView;
import io.cybervpn.presentation.shared.ShopClock;
import io.cybervpn.sandbox.http.Fault;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The janitor of the running shop: one slow provider is nobody else's trouble. */
@QuarkusTest
class JanitorTest {
    private static final int SLOW_MILLIS = 9_000;

    @Inject Till till;
    @Inject ShopClock clock;

    private final YooKassaStand slow = new YooKassaStand();
    private final TBankStand quick = new TBankStand();

    @AfterEach
    void all_is_well_again() {
        slow.calm();
        quick.calm();
        clock.reset();
    }

    @Test
    void a_slow_provider_never_delays_the_others() {
        PaymentView waits = till.start(slow);
        assertThat(slow.paid(waits).body()).isNotBlank();
        slow.faults().add(slow.onRead(Fault.of(Fault.Kind.LATENCY, SLOW_MILLIS)));
        clock.advance(Duration.ofMinutes(15));
        await().pollDelay(Duration.ofSeconds(2)).until(() -> true);

        PaymentView hurries = till.start(quick);
        assertThat(quick.paid(hurries).body()).isNotBlank();
        clock.advance(Duration.ofMinutes(2));

        await().atMost(Duration.ofSeconds(5))
                .until(() -> till.effect(hurries).state().equals("captured"));
        assertThat(till.effect(waits).state()).isEqualTo("pending");
        slow.calm();
        clock.advance(Duration.ofMinutes(15));
        till.awaitState(waits, "captured");
    }

    @Test
    void a_refusal_frees_its_payment_at_once() {
        PaymentView refused = till.start(quick);
        assertThat(quick.end(refused).orElseThrow().deliver()).isEqualTo(200);
        till.awaitState(refused, "expired");

        PaymentView canceled = till.start(slow);
        assertThat(slow.end(canceled).orElseThrow().deliver()).isEqualTo(200);
        till.awaitState(canceled, "expired");
    }
}
