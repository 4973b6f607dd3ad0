package io.cybervpn.infrastructure.provisioning.proxmox;

import com.fasterxml.jackson.databind.JsonNode;
import io.cybervpn.domain.provisioning.AccessId;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The list of all machines, and of containers, which share their ids. Ids, nodes, tags and locks
 * are as they are now; names and whether a machine runs may be some seconds old, and missing for a
 * new one.
 */
record Cluster(Map<Integer, Item> machines) {
    /** One of them. */
    record Item(int vmid, String node, boolean template, Set<String> names, String status) {
        /** Whose it says to be. */
        Optional<AccessId> access() {
            return names.stream().flatMap(it -> MachineName.accessOf(it).stream()).findFirst();
        }

        boolean isCalled(MachineName name) {
            return names.contains(name.text());
        }
    }

    static Cluster read(JsonNode list) {
        Map<Integer, Item> machines = new TreeMap<>();
        for (JsonNode one : list) {
            int vmid = one.path("vmid").asInt(0);
            if (vmid > 0) {
                machines.put(vmid, item(vmid, one));
            }
        }
        return new Cluster(machines);
    }

    private static Item item(int vmid, JsonNode one) {
        return new Item(
                vmid,
                one.path("node").asText(""),
                one.path("template").asInt(0) == 1,
                Stream.concat(Stream.of(one.path("name").asText("")), tags(one))
                        .collect(Collectors.toSet()),
                one.path("status").asText("unknown"));
    }

    static Stream<String> tags(JsonNode one) {
        return Arrays.stream(one.path("tags").asText("").split("[;, ]+", -1))
                .filter(tag -> !tag.isEmpty());
    }

    Optional<Item> template(int vmid) {
        return Optional.ofNullable(machines.get(vmid)).filter(Item::template);
    }
}
