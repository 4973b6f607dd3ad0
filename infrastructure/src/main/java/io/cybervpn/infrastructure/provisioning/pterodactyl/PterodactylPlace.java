package io.cybervpn.infrastructure.provisioning.pterodactyl;

import com.fasterxml.jackson.databind.JsonNode;
import io.cybervpn.application.provisioning.port.PanelRefused;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What a server group is on this panel, from its settings: {@code nest=1,egg=5}, then if wanted
 * {@code location=2} (repeatedly; any without), {@code image=…} and {@code env.NAME=…} where the
 * egg's own is not right. A value has no comma.
 *
 * @param locations whose machines may run it; empty: any
 * @param environment the egg's variables that are not as usual
 */
record PterodactylPlace(
        int nest,
        int egg,
        Set<Integer> locations,
        Optional<String> image,
        Map<String, String> environment) {
    private static final String ENVIRONMENT = "env.";

    PterodactylPlace {
        locations = Set.copyOf(locations);
        environment = Map.copyOf(environment);
    }

    /** Reads one; refuses what it cannot be. */
    static PterodactylPlace read(String group, String text) {
        Map<String, String> parts = new HashMap<>();
        List<Integer> locations = new ArrayList<>();
        for (String part : text.split(",")) {
            String[] pair = part.strip().split("=", 2);
            String value = pair.length == 2 ? pair[1].strip() : "";
            if (pair[0].equals("location")) {
                locations.add(number(group, part, value));
            } else {
                parts.put(pair[0], value);
            }
        }
        return of(group, parts, locations);
    }

    private static PterodactylPlace of(
            String group, Map<String, String> parts, List<Integer> locations) {
        Map<String, String> environment = new HashMap<>();
        parts.keySet().stream()
                .filter(name -> name.startsWith(ENVIRONMENT))
                .forEach(
                        name ->
                                environment.put(
                                        name.substring(ENVIRONMENT.length()),
                                        parts.getOrDefault(name, "")));
        return new PterodactylPlace(
                number(group, "nest", parts.getOrDefault("nest", "")),
                number(group, "egg", parts.getOrDefault("egg", "")),
                Set.copyOf(locations),
                Optional.ofNullable(parts.get("image")).filter(image -> !image.isEmpty()),
                environment);
    }

    private static int number(String group, String part, String value) {
        if (!value.matches("[1-9]\\d{0,8}")) {
            throw new PanelRefused(
                    "the server group %s of the panel's settings wants a number: %s"
                            .formatted(group, part));
        }
        return Integer.parseInt(value);
    }

    /** Whether a server is of this kind, where it may be. */
    boolean fits(JsonNode server) {
        int location =
                server.path("relationships").path("location").path("attributes").path("id").asInt();
        return server.path("egg").asInt() == egg
                && (locations.isEmpty() || locations.contains(location));
    }
}
