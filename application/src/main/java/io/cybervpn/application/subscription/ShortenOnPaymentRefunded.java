package io.cybervpn.application.subscription;

import io.cybervpn.application.shared.EventHandler;
import io.cybervpn.domain.billing.OrderId;
import io.cybervpn.domain.payment.PaymentRefunded;
import io.cybervpn.domain.subscription.model.Return;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;

/**
 * Takes back the time whose money went back: all of an order's, or the part that went back. Money
 * that had not paid for a subscription takes nothing.
 */
@Singleton
public final class ShortenOnPaymentRefunded implements EventHandler<PaymentRefunded> {
    private final Reckoning reckoning;

    @Inject
    ShortenOnPaymentRefunded(Reckoning reckoning) {
        this.reckoning = reckoning;
    }

    @Override
    public Class<PaymentRefunded> event() {
        return PaymentRefunded.class;
    }

    @Override
    public String name() {
        return "subscription.shorten";
    }

    @Override
    public Uni<Void> handle(PaymentRefunded event) {
        if (event.fromSale().isZero()) {
            return Uni.createFrom().voidItem();
        }
        return reckoning.note(
                new Return(
                        event.refund(),
                        new OrderId(event.subject()),
                        event.fromSale(),
                        event.saleTotal(),
                        false,
                        event.at()));
    }
}
