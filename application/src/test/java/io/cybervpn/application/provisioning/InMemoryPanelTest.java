package io.cybervpn.application.provisioning;

import io.cybervpn.application.provisioning.port.VpnPanel;
import io.cybervpn.application.shared.InMemoryUnitOfWork;
import io.cybervpn.application.shared.MovableClock;
import io.cybervpn.domain.provisioning.AccessId;
import io.cybervpn.domain.provisioning.model.PanelState;
import java.time.Instant;
import java.util.Optional;

class InMemoryPanelTest extends VpnPanelContract {
    private final MovableClock clock = new MovableClock();
    private final InMemoryPanel panel = new InMemoryPanel(new InMemoryUnitOfWork(), clock);

    @Override
    protected VpnPanel panel() {
        return panel;
    }

    @Override
    protected Instant now() {
        return clock.instant();
    }

    @Override
    protected Optional<PanelState> state(AccessId access) {
        return panel.state(access);
    }

    @Override
    protected void down(boolean isDown) {
        panel.down(isDown);
    }

    @Override
    protected void loseAnswerOfNextCreation() {
        panel.loseNextAnswer();
    }

    @Override
    protected void removeByHand(AccessId access) {
        panel.removeByHand(access);
    }

    @Override
    protected void switchOffByHand(AccessId access) {
        panel.meddle(
                access,
                state ->
                        new PanelState(
                                true,
                                state.expireAt(),
                                state.traffic(),
                                state.reset(),
                                state.devices(),
                                state.serverGroups()));
    }
}
