package io.cybervpn.infrastructure.provisioning.remnawave;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.cybervpn.application.provisioning.VpnPanelContract;
import io.cybervpn.application.provisioning.port.VpnPanel;
import io.cybervpn.domain.provisioning.AccessId;
import io.cybervpn.domain.provisioning.model.PanelState;
import io.cybervpn.sandbox.http.Fault;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** The contract against a panel that speaks HTTP. */
abstract class RemnawavePanelContract extends VpnPanelContract {
    @Inject ObjectMapper json;
    private PanelAtHand hand;

    abstract String version();

    @BeforeEach
    void start_a_panel() {
        hand = new PanelAtHand(version(), json);
    }

    @AfterEach
    void stop_it() {
        hand.close();
    }

    PanelAtHand hand() {
        return hand;
    }

    @Override
    protected VpnPanel panel() {
        return hand.panel;
    }

    @Override
    protected Instant now() {
        return Instant.now();
    }

    @Override
    protected Optional<PanelState> state(AccessId access) {
        return hand.state(access);
    }

    @Override
    protected void down(boolean isDown) {
        hand.faults().clear();
        if (isDown) {
            hand.faults().add(Fault.of(Fault.Kind.DROP_BEFORE, 0));
        }
    }

    @Override
    protected void loseAnswerOfNextCreation() {
        hand.faults().add(Fault.of(Fault.Kind.DROP_AFTER, 0).times(1).on("POST", "/api/users"));
    }

    @Override
    protected void removeByHand(AccessId access) {
        hand.remove(access);
    }

    @Override
    protected void switchOffByHand(AccessId access) {
        hand.switchOff(access);
    }
}
