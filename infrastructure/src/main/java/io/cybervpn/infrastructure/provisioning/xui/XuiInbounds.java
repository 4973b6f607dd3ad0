package io.cybervpn.infrastructure.provisioning.xui;

import com.fasterxml.jackson.databind.JsonNode;
import io.cybervpn.application.provisioning.port.PanelRefused;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The inbounds of a panel, and which of them a server group is: those that the panel's settings
 * name for it by id, tag or remark, or else each whose tag or remark is the group's name.
 */
final class XuiInbounds {
    private final Map<Integer, Set<String>> namesById = new LinkedHashMap<>();
    private final Map<Integer, String> protocols = new LinkedHashMap<>();
    private final Map<String, String> settings;

    XuiInbounds(JsonNode list, Map<String, String> settings) {
        this.settings = Map.copyOf(settings);
        for (JsonNode inbound : list) {
            int id = inbound.path("id").asInt();
            namesById.put(
                    id,
                    Set.of(
                            "#" + id,
                            "tag " + inbound.path("tag").asText(""),
                            "remark " + inbound.path("remark").asText("")));
            protocols.put(id, inbound.path("protocol").asText(""));
        }
    }

    String protocol(int id) {
        return protocols.getOrDefault(id, "");
    }

    /** The ids of groups; fails when the panel has none for one of them. */
    Set<Integer> of(Collection<String> groups) {
        List<String> missing =
                groups.stream().filter(group -> find(group).isEmpty()).sorted().toList();
        if (!missing.isEmpty()) {
            throw new PanelRefused(
                    "the panel has no inbound for server groups %s; it has %s"
                            .formatted(missing, names()));
        }
        return groups.stream().flatMap(group -> find(group).stream()).collect(Collectors.toSet());
    }

    /** Whether groups are just these inbounds. */
    boolean are(Set<String> groups, Set<Integer> inbounds) {
        return groups.stream().noneMatch(group -> find(group).isEmpty())
                && of(groups).equals(inbounds);
    }

    /** What a plan can name. */
    List<String> names() {
        Stream<String> plain =
                namesById.values().stream()
                        .flatMap(Set::stream)
                        .filter(name -> name.contains(" "))
                        .map(name -> name.substring(name.indexOf(' ') + 1))
                        .filter(name -> !name.isEmpty());
        return List.copyOf(
                Stream.concat(plain, settings.keySet().stream().filter(it -> !find(it).isEmpty()))
                        .collect(Collectors.toCollection(TreeSet::new)));
    }

    private Set<Integer> find(String group) {
        String said =
                Optional.ofNullable(settings.get(group))
                        .filter(text -> !text.isBlank())
                        .orElse(group);
        boolean mapped = !said.equals(group) || settings.containsKey(group);
        List<String> wanted = mapped ? List.of(said.split(",")) : List.of(group);
        Set<Integer> found = new TreeSet<>();
        for (String each : new ArrayList<>(wanted)) {
            Set<Integer> one = named(each.strip());
            if (one.isEmpty()) {
                return Set.of();
            }
            found.addAll(one);
        }
        return found;
    }

    private Set<Integer> named(String name) {
        return namesById.entrySet().stream()
                .filter(
                        entry ->
                                Stream.of("#" + name, "tag " + name, "remark " + name)
                                        .anyMatch(entry.getValue()::contains))
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }
}
