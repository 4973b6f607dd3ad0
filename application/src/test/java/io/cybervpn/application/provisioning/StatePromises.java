package io.cybervpn.application.provisioning;

import static org.assertj.core.api.Assertions.assertThat;

import io.cybervpn.domain.catalogue.Entitlement;
import io.cybervpn.domain.catalogue.Resources;
import io.cybervpn.domain.provisioning.model.Difference;
import io.cybervpn.domain.provisioning.model.PanelState;
import java.time.Instant;
import java.util.Set;

/** What a panel gives, by the values themselves, where its kind keeps them. */
final class StatePromises {
    private StatePromises() {}

    static void assertGives(PanelState state, Entitlement entitlement, Set<Difference> unkept) {
        if (!unkept.contains(Difference.TRAFFIC)) {
            assertThat(state.traffic()).isEqualTo(entitlement.trafficBytes());
        }
        if (!unkept.contains(Difference.DEVICES)) {
            assertThat(state.devices()).contains(entitlement.devices());
        }
        if (!entitlement.resources().equals(Resources.none())) {
            assertThat(state.resources()).contains(entitlement.resources());
        }
    }

    static void assertEnds(PanelState state, Instant end, Set<Difference> unkept) {
        if (!unkept.contains(Difference.EXPIRY)) {
            assertThat(state.expireAt()).isEqualTo(end);
        }
    }
}
