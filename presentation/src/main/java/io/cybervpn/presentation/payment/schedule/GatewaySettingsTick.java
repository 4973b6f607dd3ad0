package io.cybervpn.presentation.payment.schedule;

import io.cybervpn.application.payment.RefreshGateways;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import org.jboss.logging.Logger;

/** Looks every two seconds what staff set of providers; what was known stays when it cannot. */
@Singleton
final class GatewaySettingsTick {
    private static final Logger LOG = Logger.getLogger(GatewaySettingsTick.class);

    private final RefreshGateways refreshGateways;

    @Inject
    GatewaySettingsTick(RefreshGateways refreshGateways) {
        this.refreshGateways = refreshGateways;
    }

    @Scheduled(
            every = "${cybervpn.gateways.every:2s}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> tick() {
        return refreshGateways.execute().onFailure().recoverWithUni(GatewaySettingsTick::tell);
    }

    private static Uni<Void> tell(Throwable failure) {
        LOG.warnf("settings of providers cannot be read now: %s", failure);
        return Uni.createFrom().voidItem();
    }
}
