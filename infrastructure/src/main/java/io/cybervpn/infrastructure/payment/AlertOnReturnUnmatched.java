package io.cybervpn.infrastructure.payment;

import io.cybervpn.application.shared.EventHandler;
import io.cybervpn.domain.payment.ReturnUnmatched;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import org.jboss.logging.Logger;

/** Calls staff when money went back that is of no payment: an error in the log and a counter. */
@Singleton
final class AlertOnReturnUnmatched implements EventHandler<ReturnUnmatched> {
    private static final Logger LOG = Logger.getLogger(AlertOnReturnUnmatched.class);

    private final Counter unmatched;

    @Inject
    AlertOnReturnUnmatched(MeterRegistry metrics) {
        this.unmatched =
                Counter.builder("cybervpn.returns.unmatched")
                        .description("Money that went back at a provider and is of no payment")
                        .register(metrics);
    }

    @Override
    public Class<ReturnUnmatched> event() {
        return ReturnUnmatched.class;
    }

    @Override
    public String name() {
        return "payment.alert-on-return-unmatched";
    }

    @Override
    public Uni<Void> handle(ReturnUnmatched event) {
        unmatched.increment();
        LOG.errorf("%s of %s needs staff: %s", event.about(), event.provider(), event.reason());
        return Uni.createFrom().voidItem();
    }
}
