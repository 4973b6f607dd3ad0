package io.cybervpn.infrastructure.payment;

import io.cybervpn.application.payment.port.RecurringGateway;
import io.cybervpn.application.payment.port.RecurringGateways;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Optional;

/** Finds who charges by themselves among the beans. */
@Singleton
final class CdiRecurringGateways implements RecurringGateways {
    private final Instance<RecurringGateway> gateways;
    private final GatewayMeter meter;

    @Inject
    CdiRecurringGateways(@Any Instance<RecurringGateway> gateways, GatewayMeter meter) {
        this.gateways = gateways;
        this.meter = meter;
    }

    @Override
    public Optional<RecurringGateway> find(String provider) {
        return gateways.stream()
                .filter(gateway -> gateway.provider().equals(provider))
                .filter(RecurringGateway::enabled)
                .findFirst()
                .map(gateway -> new MeasuredRecurring(gateway, meter));
    }
}
