package io.cybervpn.sandbox.panel;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.Optional;

/** Which nodes squads reach: those that run an inbound of theirs. */
final class AccessibleNodes {

    private AccessibleNodes() {}

    /** The tags of the squad's inbounds that the node runs. */
    static JsonArray tags(Infrastructure infrastructure, JsonObject node, JsonObject squad) {
        JsonArray running = node.getJsonObject("configProfile").getJsonArray("activeInbounds");
        JsonArray tags = new JsonArray();
        squad.getJsonArray("inbounds").stream()
                .filter(running::contains)
                .map(uuid -> infrastructure.inbound(uuid.toString()))
                .flatMap(Optional::stream)
                .forEach(inbound -> tags.add(inbound.getString("tag")));
        return tags;
    }

    static JsonObject node(Infrastructure infrastructure, JsonObject node) {
        String profile = node.getJsonObject("configProfile").getString("activeConfigProfileUuid");
        return new JsonObject()
                .put("uuid", node.getString("uuid"))
                .put("nodeName", node.getString("name"))
                .put("countryCode", node.getString("countryCode"))
                .put("configProfileUuid", profile)
                .put(
                        "configProfileName",
                        Optional.ofNullable(infrastructure.profiles().get(profile))
                                .map(known -> known.getString("name"))
                                .orElse("?"));
    }

    static JsonArray ofUser(Infrastructure infrastructure, JsonObject user) {
        JsonArray nodes = new JsonArray();
        for (JsonObject node : infrastructure.nodes().values()) {
            JsonArray squads = squads(infrastructure, node, user);
            if (!squads.isEmpty()) {
                nodes.add(node(infrastructure, node).put("activeSquads", squads));
            }
        }
        return nodes;
    }

    private static JsonArray squads(
            Infrastructure infrastructure, JsonObject node, JsonObject user) {
        JsonArray squads = new JsonArray();
        for (JsonObject reference :
                Infrastructure.list(user.getJsonArray("activeInternalSquads"))) {
            JsonObject squad = infrastructure.internalSquads().get(reference.getString("uuid"));
            JsonArray tags = squad == null ? new JsonArray() : tags(infrastructure, node, squad);
            if (!tags.isEmpty()) {
                squads.add(
                        new JsonObject()
                                .put("squadName", reference.getString("name"))
                                .put("activeInbounds", tags));
            }
        }
        return squads;
    }
}
