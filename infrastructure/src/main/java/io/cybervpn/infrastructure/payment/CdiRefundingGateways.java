package io.cybervpn.infrastructure.payment;

import io.cybervpn.application.payment.port.RefundingGateway;
import io.cybervpn.application.payment.port.RefundingGateways;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Optional;

/** Finds the ways back among the beans. */
@Singleton
final class CdiRefundingGateways implements RefundingGateways {
    private final Instance<RefundingGateway> gateways;
    private final GatewayMeter meter;

    @Inject
    CdiRefundingGateways(@Any Instance<RefundingGateway> gateways, GatewayMeter meter) {
        this.gateways = gateways;
        this.meter = meter;
    }

    @Override
    public Optional<RefundingGateway> find(String provider) {
        return gateways.stream()
                .filter(gateway -> gateway.provider().equals(provider))
                .filter(RefundingGateway::enabled)
                .findFirst()
                .map(gateway -> new MeasuredRefunds(gateway, meter));
    }
}
