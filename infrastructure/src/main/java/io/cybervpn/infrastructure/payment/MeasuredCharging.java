package io.cybervpn.infrastructure.payment;

import io.cybervpn.application.payment.port.ChargingGateway;
import io.smallrye.mutiny.Uni;
import java.util.Optional;

/**
 * Takes money by what was kept, and its calls are measured; it does what that one does. Money that
 * was declined is an answer.
 */
record MeasuredCharging(ChargingGateway gateway, GatewayMeter meter) implements ChargingGateway {
    @Override
    public String provider() {
        return gateway.provider();
    }

    @Override
    public boolean enabled() {
        return gateway.enabled();
    }

    @Override
    public Uni<Optional<Kept>> kept(String reference) {
        return meter.measured(provider(), "kept", () -> gateway.kept(reference));
    }

    @Override
    public Uni<Outcome> charge(Call call) {
        return meter.measured(provider(), "charge", () -> gateway.charge(call));
    }

    @Override
    public Uni<Void> release(String token) {
        return meter.measured(provider(), "release", () -> gateway.release(token));
    }
}
