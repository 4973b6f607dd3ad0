package io.cybervpn.presentation.payment;

import static org.assertj.core.api.Assertions.assertThat;

import io.cybervpn.application.payment.PaymentView;
import io.cybervpn.domain.shared.Money;
import io.cybervpn.presentation.shared.ShopClock;
import io.cybervpn.presentation.shared.ShopWorld;
import io.cybervpn.sandbox.http.Fault;
import io.cybervpn.sandbox.stripe.Stripe;
import java.util.Optional;

/** Refunds in Stripe's sandbox. */
final class StripeWayBack implements WayBack {
    private static final int EVENTS_OF_A_REFUND = 2;

    final Stripe stripe = ShopWorld.sandbox().stripe();
    private final StripeStand stand;

    StripeWayBack(ShopClock clock) {
        this.stand = new StripeStand(clock);
    }

    @Override
    public StripeStand stand() {
        return stand;
    }

    @Override
    public Fault onRefund(Fault fault) {
        return fault.on("POST", "/v1/refunds");
    }

    /** All was given back in the dashboard, and nobody told us. */
    @Override
    public void refuse(PaymentView payment) {
        hold(EVENTS_OF_A_REFUND);
        assertThat(stripe.refundInDashboard(intent(payment), stand.price().minorUnits()))
                .isNotNull();
    }

    @Override
    public Money gone(PaymentView payment) {
        return stripe.refunds().stream()
                .filter(it -> it.getString("payment_intent").equals(intent(payment)))
                .filter(it -> it.getString("status").equals("succeeded"))
                .map(it -> new Money(it.getLong("amount"), stand.price().asset()))
                .reduce(Money.zero(stand.price().asset()), Money::plus);
    }

    String intent(PaymentView payment) {
        return StripeStand.session(payment).getString("payment_intent");
    }

    @Override
    public Optional<Push> past(PaymentView payment, Money amount) {
        hold(EVENTS_OF_A_REFUND);
        assertThat(stripe.refundInDashboard(intent(payment), amount.minorUnits())).isNotNull();
        return Optional.of(stand.newest("refund.created"));
    }

    @Override
    public Optional<Push> undone(PaymentView payment) {
        hold(EVENTS_OF_A_REFUND);
        String refund =
                stripe.refunds().stream()
                        .filter(it -> it.getString("payment_intent").equals(intent(payment)))
                        .findFirst()
                        .orElseThrow()
                        .getString("id");
        stripe.failRefund(refund);
        return Optional.of(stand.newest("refund.failed"));
    }

    void hold(int pushes) {
        stand.faults().add(Fault.of(Fault.Kind.HOLD_WEBHOOKS, 0).times(pushes));
    }
}
