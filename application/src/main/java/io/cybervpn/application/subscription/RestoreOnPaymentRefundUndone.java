package io.cybervpn.application.subscription;

import io.cybervpn.application.shared.EventHandler;
import io.cybervpn.domain.billing.OrderId;
import io.cybervpn.domain.payment.PaymentRefundUndone;
import io.cybervpn.domain.subscription.model.Return;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;

/**
 * Gives the time back when the money came again: a refund failed after it had seemed to succeed, or
 * a dispute was won.
 */
@Singleton
public final class RestoreOnPaymentRefundUndone implements EventHandler<PaymentRefundUndone> {
    private final Reckoning reckoning;

    @Inject
    RestoreOnPaymentRefundUndone(Reckoning reckoning) {
        this.reckoning = reckoning;
    }

    @Override
    public Class<PaymentRefundUndone> event() {
        return PaymentRefundUndone.class;
    }

    @Override
    public String name() {
        return "subscription.restore";
    }

    @Override
    public Uni<Void> handle(PaymentRefundUndone event) {
        if (event.fromSale().isZero()) {
            return Uni.createFrom().voidItem();
        }
        return reckoning.note(
                new Return(
                        event.refund(),
                        new OrderId(event.subject()),
                        event.fromSale(),
                        event.saleTotal(),
                        true,
                        event.at()));
    }
}
