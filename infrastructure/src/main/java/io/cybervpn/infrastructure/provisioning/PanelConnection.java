package io.cybervpn.infrastructure.provisioning;

import io.cybervpn.domain.provisioning.PanelId;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * All that it takes to call a panel.
 *
 * @param address empty: it cannot be called
 * @param secrets by name
 * @param groups server groups of plans with what each is there; an empty text: the same name
 * @param timeout the longest wait for one answer
 * @param pause how long a panel is left alone that was found down
 */
public record PanelConnection(
        PanelId id,
        Optional<URI> address,
        Map<String, String> secrets,
        Map<String, String> groups,
        Duration timeout,
        Duration pause,
        int callsPerSecond) {
    /** Copies the maps. */
    public PanelConnection {
        secrets = Map.copyOf(secrets);
        groups = Map.copyOf(groups);
    }

    /** A secret, if it is set. */
    public Optional<String> secret(String name) {
        return Optional.ofNullable(secrets.get(name));
    }

    /** Leaves the secrets out. */
    @Override
    public String toString() {
        return "panel " + id.value();
    }
}
