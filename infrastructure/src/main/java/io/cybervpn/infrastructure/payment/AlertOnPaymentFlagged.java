package io.cybervpn.infrastructure.payment;

import io.cybervpn.application.shared.EventHandler;
import io.cybervpn.domain.payment.PaymentFlagged;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Startup;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import org.jboss.logging.Logger;

/** Calls staff when money came that does not fit: an error in the log and a counter to alert on. */
@Startup // a counter that first appears with a 1 has not increased, as Prometheus counts
@Singleton
final class AlertOnPaymentFlagged implements EventHandler<PaymentFlagged> {
    private static final Logger LOG = Logger.getLogger(AlertOnPaymentFlagged.class);

    private final Counter flagged;

    @Inject
    AlertOnPaymentFlagged(MeterRegistry metrics) {
        this.flagged =
                Counter.builder("cybervpn.payments.flagged")
                        .description("Money that came and does not fit its payment")
                        .register(metrics);
    }

    @Override
    public Class<PaymentFlagged> event() {
        return PaymentFlagged.class;
    }

    @Override
    public String name() {
        return "payment.alert-on-flagged";
    }

    @Override
    public Uni<Void> handle(PaymentFlagged event) {
        flagged.increment();
        LOG.errorf(
                "payment %s for %s needs staff: %s",
                event.payment().value(), event.subject(), event.reason());
        return Uni.createFrom().voidItem();
    }
}
