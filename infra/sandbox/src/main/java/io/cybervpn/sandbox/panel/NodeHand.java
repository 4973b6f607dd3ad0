package io.cybervpn.sandbox.panel;

import io.cybervpn.sandbox.http.Control;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Optional;

/** Brings nodes into a state, which real ones get into by themselves. */
final class NodeHand {
    private static final List<String> KNOWN =
            List.of(
                    "isConnected",
                    "isConnecting",
                    "lastStatusMessage",
                    "usersOnline",
                    "trafficUsedBytes",
                    "xrayUptime",
                    "system",
                    "versions",
                    "countryCode",
                    "address");

    private final PanelParts parts;

    NodeHand(PanelParts parts) {
        this.parts = parts;
    }

    /**
     * Changes some fields of a node and tells, as the panel does, when its connection came or went.
     * Empty when there is no such node.
     */
    Optional<JsonObject> change(String name, JsonObject changes) {
        if (!KNOWN.containsAll(changes.fieldNames())) {
            throw Control.bad("of a node one may set " + String.join(", ", KNOWN));
        }
        return parts.infrastructure.nodes().values().stream()
                .filter(node -> node.getString("name").equals(name))
                .findFirst()
                .map(node -> change(node, changes));
    }

    private JsonObject change(JsonObject node, JsonObject changes) {
        boolean before = node.getBoolean("isConnected");
        node.mergeIn(changes);
        boolean after = node.getBoolean("isConnected");
        if (before != after) {
            node.put("lastStatusChange", parts.clock.now());
            parts.infrastructure.touch(node);
            parts.webhooks.other(
                    "node",
                    after ? "node.connection_restored" : "node.connection_lost",
                    node.copy());
        }
        return node.copy();
    }
}
