package io.cybervpn.infrastructure.provisioning.remnawave;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.cybervpn.application.provisioning.VpnPanelContract;
import io.cybervpn.application.provisioning.Wishes;
import io.cybervpn.application.provisioning.port.PanelUnavailable;
import io.cybervpn.application.provisioning.port.VpnPanel;
import io.cybervpn.domain.provisioning.AccessId;
import io.cybervpn.domain.provisioning.model.PanelState;
import io.cybervpn.sandbox.http.Fault;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

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

    /** Refused for good, it would wait for staff though nothing is wrong with it. */
    @Test
    void an_end_that_passes_on_the_way_is_tried_again_and_then_switched_off() {
        AccessId access = Wishes.access();
        Instant end = now().plusSeconds(60);
        assertThat(
                        panel().bring(access, Wishes.spec(now().plusSeconds(3600)))
                                .await()
                                .indefinitely())
                .isNotNull();
        hand.world().panel().clock().advance(Duration.ofSeconds(120));

        assertThatThrownBy(() -> panel().bring(access, Wishes.spec(end)).await().indefinitely())
                .isInstanceOf(PanelUnavailable.class)
                .hasMessageContaining("expireAt");
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
