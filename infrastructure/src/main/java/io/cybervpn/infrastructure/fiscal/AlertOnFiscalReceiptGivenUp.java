package io.cybervpn.infrastructure.fiscal;

import io.cybervpn.application.shared.EventHandler;
import io.cybervpn.domain.fiscal.FiscalReceiptGivenUp;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Startup;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import org.jboss.logging.Logger;

/** Calls staff: an error in the log and a counter to alert on. */
@Startup // its counter is there from the start
@Singleton
final class AlertOnFiscalReceiptGivenUp implements EventHandler<FiscalReceiptGivenUp> {
    private static final Logger LOG = Logger.getLogger(AlertOnFiscalReceiptGivenUp.class);

    private final Counter givenUp;

    @Inject
    AlertOnFiscalReceiptGivenUp(MeterRegistry metrics) {
        this.givenUp = metrics.counter("cybervpn.fiscal.given.up");
    }

    @Override
    public Class<FiscalReceiptGivenUp> event() {
        return FiscalReceiptGivenUp.class;
    }

    @Override
    public String name() {
        return "fiscal.alert-on-given-up";
    }

    @Override
    public Uni<Void> handle(FiscalReceiptGivenUp event) {
        givenUp.increment();
        LOG.errorf(
                "the fiscal receipt %s of payment %s needs staff: %s",
                event.receipt().value(), event.payment().value(), event.reason());
        return Uni.createFrom().voidItem();
    }
}
