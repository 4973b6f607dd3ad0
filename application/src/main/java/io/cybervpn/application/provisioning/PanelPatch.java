package io.cybervpn.application.provisioning;

import io.cybervpn.domain.provisioning.PanelMode;
import io.cybervpn.domain.provisioning.model.Panel;
import io.cybervpn.domain.shared.Limit;
import java.net.URI;
import java.util.Map;
import java.util.Optional;

/**
 * What staff change of a panel; what is empty stays.
 *
 * @param mode its code
 */
public record PanelPatch(
        Optional<String> name,
        Optional<String> address,
        Optional<String> region,
        Optional<Integer> weight,
        Optional<Limit> usersMax,
        Optional<Map<String, String>> groups,
        Optional<Integer> callsPerSecond,
        Optional<String> mode) {
    PanelDraft onto(Panel panel) {
        return new PanelDraft(
                name.orElse(panel.name()),
                address.or(() -> panel.address().map(URI::toString)),
                region.orElse(panel.placing().region()),
                weight.orElse(panel.placing().weight()),
                usersMax.orElse(panel.placing().usersMax()),
                groups.orElse(panel.placing().groups()),
                callsPerSecond.orElse(panel.callsPerSecond()));
    }

    /** Empty for a code that is none. */
    Optional<PanelMode> mode(Panel panel) {
        return mode.map(PanelMode::find).orElse(Optional.of(panel.mode()));
    }
}
