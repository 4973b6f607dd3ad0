package io.cybervpn.presentation.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cybervpn.application.payment.port.GatewayRefused;
import io.cybervpn.application.payment.port.GatewayUnavailable;
import io.cybervpn.application.payment.port.InvoiceCall;
import io.cybervpn.application.payment.port.PaymentGateways;
import io.cybervpn.application.payment.port.RefundCall;
import io.cybervpn.application.payment.port.RefundStatus;
import io.cybervpn.application.payment.port.RefundingGateway;
import io.cybervpn.application.payment.port.RefundingGateways;
import io.cybervpn.domain.identity.AccountId;
import io.cybervpn.domain.payment.PaymentId;
import io.cybervpn.domain.payment.RefundId;
import io.cybervpn.domain.payment.model.Invoice;
import io.cybervpn.domain.shared.Asset;
import io.cybervpn.domain.shared.Money;
import io.cybervpn.presentation.shared.ShopWorld;
import io.cybervpn.sandbox.http.Fault;
import io.cybervpn.sandbox.stripe.Stripe;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Refunds through Stripe, against the sandbox: one for each of ours, however often it is asked. */
@QuarkusTest
class StripeRefundsTest {
    private static final Money PRICE = new Money(19_900, Asset.RUB);

    @Inject PaymentGateways gateways;
    @Inject RefundingGateways refundings;

    private final Stripe stripe = ShopWorld.sandbox().stripe();
    private final PaymentId payment = new PaymentId(UUID.randomUUID());
    private RefundingGateway gateway;
    private Invoice invoice;

    @BeforeEach
    void make_a_session() {
        gateway = refundings.find("stripe").orElseThrow();
        invoice =
                gateways.find("stripe")
                        .orElseThrow()
                        .invoice(new InvoiceCall(payment, PRICE, "Pro", Duration.ofHours(1)))
                        .await()
                        .indefinitely();
    }

    @AfterEach
    void all_is_well_again() {
        stripe.faults().clear();
    }

    private RefundCall call(long units) {
        return new RefundCall(
                new RefundId(UUID.randomUUID()),
                new RefundCall.Paid(
                        payment,
                        new AccountId(UUID.randomUUID()),
                        invoice.reference(),
                        PRICE,
                        Instant.now(),
                        Money.zero(Asset.RUB)),
                new Money(units, Asset.RUB),
                Instant.now(),
                Optional.empty());
    }

    private RefundStatus refund(RefundCall call) {
        return gateway.refund(call).await().indefinitely();
    }

    private RefundStatus status(RefundCall call) {
        return gateway.status(call).await().indefinitely();
    }

    @Test
    void each_is_made_once_and_found_again() {
        stripe.sessions().pay(invoice.reference());
        RefundCall part = call(5_000);
        RefundCall rest = call(14_900);
        assertThat(status(part)).isEqualTo(new RefundStatus.NotThere());
        RefundStatus done = refund(part);
        assertThat(done).isInstanceOf(RefundStatus.Done.class);
        assertThat(refund(part)).isEqualTo(done);
        assertThat(status(part)).isEqualTo(done);
        assertThat(status(rest)).isEqualTo(new RefundStatus.NotThere());
        assertThat(refund(rest)).isInstanceOf(RefundStatus.Done.class).isNotEqualTo(done);
        assertThatThrownBy(() -> refund(call(1))).isInstanceOf(GatewayRefused.class);
    }

    @Test
    void a_lost_answer_is_found_by_asking() {
        stripe.sessions().pay(invoice.reference());
        stripe.faults().add(Fault.of(Fault.Kind.DROP_AFTER, 0).on("POST", "/v1/refunds").times(1));
        RefundCall call = call(5_000);
        assertThatThrownBy(() -> refund(call)).isInstanceOf(GatewayUnavailable.class);
        assertThat(status(call)).isInstanceOf(RefundStatus.Done.class);
    }

    @Test
    void what_nobody_paid_is_refused() {
        RefundCall call = call(5_000);
        assertThat(status(call)).isEqualTo(new RefundStatus.NotThere());
        assertThatThrownBy(() -> refund(call)).isInstanceOf(GatewayRefused.class);
    }

    @Test
    void an_outage_says_nothing() {
        stripe.faults().add(Fault.of(Fault.Kind.ERROR, 503));
        assertThatThrownBy(() -> status(call(1))).isInstanceOf(GatewayUnavailable.class);
        assertThatThrownBy(() -> refund(call(1))).isInstanceOf(GatewayUnavailable.class);
    }
}
