package io.cybervpn.infrastructure.payment;

import io.cybervpn.application.payment.port.GoneBack;
import io.cybervpn.application.payment.port.RefundCall;
import io.cybervpn.application.payment.port.RefundStatus;
import io.cybervpn.application.payment.port.RefundingGateway;
import io.cybervpn.application.payment.port.ReturnStatement;
import io.smallrye.mutiny.Uni;
import java.util.Optional;

/** A way back whose calls are measured; it does what that one does. */
record MeasuredRefunds(RefundingGateway gateway, GatewayMeter meter) implements RefundingGateway {
    @Override
    public String provider() {
        return gateway.provider();
    }

    @Override
    public boolean enabled() {
        return gateway.enabled();
    }

    @Override
    public boolean tellsWhatIsLeft() {
        return gateway.tellsWhatIsLeft();
    }

    @Override
    public Uni<RefundStatus> refund(RefundCall call) {
        return meter.measured(provider(), "refund", () -> gateway.refund(call));
    }

    @Override
    public Uni<RefundStatus> status(RefundCall call) {
        return meter.measured(provider(), "refund status", () -> gateway.status(call));
    }

    @Override
    public Optional<ReturnStatement> statement() {
        return gateway.statement();
    }

    @Override
    public Uni<GoneBack> goneBack(String about) {
        return meter.measured(provider(), "gone back", () -> gateway.goneBack(about));
    }
}
