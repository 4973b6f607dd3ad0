package io.cybervpn.infrastructure.provisioning.pterodactyl;

import com.fasterxml.jackson.databind.JsonNode;
import io.cybervpn.application.provisioning.port.PanelRefused;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** What the server groups of a panel are. */
final class PterodactylPlaces {
    private final Map<String, String> settings;

    PterodactylPlaces(Map<String, String> settings) {
        this.settings = new TreeMap<>(settings);
    }

    /** The one place of a plan's groups: a server is one thing in one place. */
    PterodactylPlace of(List<String> groups) {
        List<String> missing =
                groups.stream().filter(group -> !settings.containsKey(group)).sorted().toList();
        if (!missing.isEmpty()) {
            throw new PanelRefused(
                    "the panel's settings do not say what server groups %s are; they know %s"
                            .formatted(missing, settings.keySet()));
        }
        if (groups.size() != 1) {
            throw new PanelRefused("a server is of one server group, not of " + groups);
        }
        return place(groups.getFirst());
    }

    PterodactylPlace place(String group) {
        return PterodactylPlace.read(group, settings.getOrDefault(group, ""));
    }

    Set<String> names() {
        return new TreeSet<>(settings.keySet());
    }

    /** The groups whose place a server is in. */
    Set<String> groupsOf(JsonNode server) {
        return settings.keySet().stream()
                .filter(group -> place(group).fits(server))
                .collect(Collectors.toSet());
    }
}
