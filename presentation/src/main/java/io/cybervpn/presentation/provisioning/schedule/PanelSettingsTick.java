package io.cybervpn.presentation.provisioning.schedule;

import io.cybervpn.application.provisioning.RefreshPanels;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import org.jboss.logging.Logger;

/** Looks every two seconds what staff set of panels; what was known stays when it cannot. */
@Singleton
final class PanelSettingsTick {
    private static final Logger LOG = Logger.getLogger(PanelSettingsTick.class);

    private final RefreshPanels refreshPanels;

    @Inject
    PanelSettingsTick(RefreshPanels refreshPanels) {
        this.refreshPanels = refreshPanels;
    }

    @Scheduled(
            every = "${cybervpn.panels.every:2s}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> tick() {
        return refreshPanels.execute().onFailure().recoverWithUni(PanelSettingsTick::tell);
    }

    private static Uni<Void> tell(Throwable failure) {
        LOG.warnf("settings of panels cannot be read now: %s", failure);
        return Uni.createFrom().voidItem();
    }
}
