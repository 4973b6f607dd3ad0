package io.cybervpn.application.provisioning;

import io.cybervpn.application.provisioning.port.PanelHealth;
import io.cybervpn.application.provisioning.port.Panels;
import io.cybervpn.domain.provisioning.PanelId;
import io.cybervpn.domain.provisioning.PanelKind;
import io.cybervpn.domain.provisioning.PanelMode;
import io.cybervpn.domain.provisioning.model.Panel;
import io.cybervpn.domain.shared.Limit;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A panel as staff see it.
 *
 * @param address empty for the configured one
 * @param users accesses that are wanted there, some seconds ago
 * @param secrets by name, whether each is set; never what it is
 * @param ready whether it has what it takes to be called
 * @param health as the instance sees it that was asked
 * @param version to be named by who edits it
 */
public record PanelView(
        PanelId id,
        String name,
        PanelKind kind,
        Optional<URI> address,
        String region,
        int weight,
        Limit usersMax,
        Map<String, String> groups,
        PanelMode mode,
        int callsPerSecond,
        long users,
        Map<String, Boolean> secrets,
        boolean ready,
        PanelHealth health,
        long version) {
    static PanelView of(Panels.Known known, Set<String> secretFields) {
        Panel panel = known.panel();
        return new PanelView(
                panel.id(),
                panel.name(),
                panel.kind(),
                panel.address(),
                panel.placing().region(),
                panel.placing().weight(),
                panel.placing().usersMax(),
                panel.placing().groups(),
                panel.mode(),
                panel.callsPerSecond(),
                known.users(),
                secretFields.stream()
                        .collect(Collectors.toMap(name -> name, known.secretsSet()::contains)),
                known.ready(),
                known.health(),
                panel.version());
    }
}
