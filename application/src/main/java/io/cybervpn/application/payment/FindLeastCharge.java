package io.cybervpn.application.payment;

import io.cybervpn.application.payment.port.PaymentGateway;
import io.cybervpn.application.payment.port.PaymentGateways;
import io.cybervpn.domain.shared.Asset;
import io.cybervpn.domain.shared.Money;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;

/** Says the least that a provider takes, so that nobody is asked for less. Asks nobody. */
@Singleton
public final class FindLeastCharge {
    private final PaymentGateways gateways;

    @Inject
    FindLeastCharge(PaymentGateways gateways) {
        this.gateways = gateways;
    }

    /** Of which provider, in which currency. */
    public record Query(String provider, Asset asset) {}

    /** Says it; of a provider that the shop does not have it is the smallest amount there is. */
    public Money execute(Query query) {
        return gateways.find(query.provider())
                .map(gateway -> gateway.leastCharge(query.asset()))
                .orElseGet(() -> PaymentGateway.smallest(query.asset()));
    }
}
