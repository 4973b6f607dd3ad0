package io.cybervpn.application.billing;

import io.cybervpn.application.payment.FindOrderLifetime;
import io.cybervpn.domain.billing.model.OrderRequest;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;

/** For how long orders wait for their money: as staff set for their provider, else as usual. */
@Singleton
final class OrderLifetimes {
    private final BillingSettings settings;
    private final FindOrderLifetime findOrderLifetime;

    @Inject
    OrderLifetimes(BillingSettings settings, FindOrderLifetime findOrderLifetime) {
        this.settings = settings;
        this.findOrderLifetime = findOrderLifetime;
    }

    /** Of this one. */
    Duration of(OrderRequest request) {
        return of(request.paymentMethod());
    }

    /** Of one that is paid in this way. */
    Duration of(String paymentMethod) {
        return findOrderLifetime
                .execute(new FindOrderLifetime.Query(paymentMethod))
                .orElseGet(settings::orderLifetime);
    }
}
