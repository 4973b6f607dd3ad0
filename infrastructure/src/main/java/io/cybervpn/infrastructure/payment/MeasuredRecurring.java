package io.cybervpn.infrastructure.payment;

import io.cybervpn.application.payment.port.RecurringGateway;
import io.cybervpn.domain.payment.PaymentId;
import io.cybervpn.domain.payment.Steering;
import io.cybervpn.domain.payment.model.Receipt;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** One that charges by itself, and its calls are measured; it does what that one does. */
record MeasuredRecurring(RecurringGateway gateway, GatewayMeter meter) implements RecurringGateway {
    @Override
    public String provider() {
        return gateway.provider();
    }

    @Override
    public boolean enabled() {
        return gateway.enabled();
    }

    @Override
    public Optional<Terms> terms() {
        return gateway.terms();
    }

    @Override
    public Uni<Void> steer(Receipt first, Steering steering) {
        return meter.measured(provider(), "steer", () -> gateway.steer(first, steering));
    }

    @Override
    public Uni<List<Receipt>> charges(PaymentId payment, Instant since) {
        return meter.measured(provider(), "charges", () -> gateway.charges(payment, since));
    }
}
