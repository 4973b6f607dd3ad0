package io.cybervpn.infrastructure.payment;

import io.cybervpn.application.payment.port.ChargingGateway;
import io.cybervpn.application.payment.port.ChargingGateways;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Optional;

/** Finds who can take money from who is not there, among the beans. */
@Singleton
final class CdiChargingGateways implements ChargingGateways {
    private final Instance<ChargingGateway> gateways;
    private final GatewayMeter meter;

    @Inject
    CdiChargingGateways(@Any Instance<ChargingGateway> gateways, GatewayMeter meter) {
        this.gateways = gateways;
        this.meter = meter;
    }

    @Override
    public Optional<ChargingGateway> find(String provider) {
        return gateways.stream()
                .filter(gateway -> gateway.provider().equals(provider))
                .filter(ChargingGateway::enabled)
                .findFirst()
                .map(gateway -> new MeasuredCharging(gateway, meter));
    }
}
