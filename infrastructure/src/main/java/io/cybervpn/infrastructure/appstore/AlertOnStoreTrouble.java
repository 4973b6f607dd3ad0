package io.cybervpn.infrastructure.appstore;

import io.cybervpn.application.shared.EventHandler;
import io.cybervpn.domain.appstore.StoreTrouble;
import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import org.jboss.logging.Logger;

/** Calls staff: an error in the log and a counter to alert on. */
@Singleton
final class AlertOnStoreTrouble implements EventHandler<StoreTrouble> {
    private static final Logger LOG = Logger.getLogger(AlertOnStoreTrouble.class);

    private final MeterRegistry metrics;

    @Inject
    AlertOnStoreTrouble(MeterRegistry metrics) {
        this.metrics = metrics;
    }

    @Override
    public Class<StoreTrouble> event() {
        return StoreTrouble.class;
    }

    @Override
    public String name() {
        return "appstore.alert-on-trouble";
    }

    @Override
    public Uni<Void> handle(StoreTrouble event) {
        metrics.counter("cybervpn.store.troubles", "kind", event.kind()).increment();
        LOG.errorf("a purchase in a store needs staff: %s %s", event.kind(), event.subject());
        return Uni.createFrom().voidItem();
    }
}
