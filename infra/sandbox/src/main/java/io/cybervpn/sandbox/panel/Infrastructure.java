package io.cybervpn.sandbox.panel;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import io.cybervpn.sandbox.http.SandboxClock;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * What the panel serves with: config profiles and their inbounds, squads, nodes, hosts. Each is
 * kept as the panel prints it in 3.x, but squads and nodes hold the uuids of their inbounds.
 */
final class Infrastructure {

    private final SandboxClock clock;
    private final Map<String, JsonObject> profiles = new LinkedHashMap<>();
    private final Map<String, JsonObject> internalSquads = new LinkedHashMap<>();
    private final Map<String, JsonObject> externalSquads = new LinkedHashMap<>();
    private final Map<String, JsonObject> nodes = new LinkedHashMap<>();
    private final Map<String, JsonObject> hosts = new LinkedHashMap<>();

    Infrastructure(SandboxClock clock) {
        this.clock = clock;
        reset();
    }

    void reset() {
        clear();
        JsonObject seed = Resources.json("seed.json");
        each(seed, "profiles", profiles);
        each(seed, "squads", internalSquads);
        each(seed, "nodes", nodes);
        each(seed, "hosts", hosts);
    }

    void clear() {
        profiles.clear();
        internalSquads.clear();
        externalSquads.clear();
        nodes.clear();
        hosts.clear();
    }

    private void each(JsonObject seed, String key, Map<String, JsonObject> into) {
        for (JsonObject entity : list(seed.getJsonArray(key))) {
            add(into, entity);
        }
    }

    /** Stamps and numbers a new entity and keeps it. */
    @CanIgnoreReturnValue
    JsonObject add(Map<String, JsonObject> into, JsonObject entity) {
        JsonObject added = new JsonObject();
        added.put("uuid", entity.getString("uuid", UUID.randomUUID().toString()));
        added.put("viewPosition", into.size() + 1);
        added.mergeIn(entity);
        if (into != hosts) {
            added.put("createdAt", entity.getString("createdAt", clock.now()));
            added.put("updatedAt", entity.getString("updatedAt", clock.now()));
        }
        into.put(added.getString("uuid"), added);
        return added;
    }

    void touch(JsonObject entity) {
        entity.put("updatedAt", clock.now());
    }

    Map<String, JsonObject> profiles() {
        return profiles;
    }

    Map<String, JsonObject> internalSquads() {
        return internalSquads;
    }

    Map<String, JsonObject> externalSquads() {
        return externalSquads;
    }

    Map<String, JsonObject> nodes() {
        return nodes;
    }

    Map<String, JsonObject> hosts() {
        return hosts;
    }

    /** Every inbound of every profile, in order. */
    List<JsonObject> inbounds() {
        return profiles.values().stream()
                .flatMap(profile -> list(profile.getJsonArray("inbounds")).stream())
                .toList();
    }

    Optional<JsonObject> inbound(String uuid) {
        return inbounds().stream()
                .filter(inbound -> inbound.getString("uuid").equals(uuid))
                .findFirst();
    }

    /** The inbounds with these uuids, in the order of the profiles. */
    JsonArray inbounds(JsonArray uuids) {
        JsonArray found = new JsonArray();
        inbounds().stream()
                .filter(inbound -> uuids.contains(inbound.getString("uuid")))
                .forEach(inbound -> found.add(inbound.copy()));
        return found;
    }

    /** The inbounds that a user of these squads may use. */
    List<String> inboundsOf(JsonArray squads) {
        return list(squads).stream()
                .map(squad -> Optional.ofNullable(internalSquads.get(squad.getString("uuid"))))
                .flatMap(Optional::stream)
                .flatMap(squad -> squad.getJsonArray("inbounds").stream())
                .map(Object::toString)
                .distinct()
                .toList();
    }

    static List<JsonObject> list(JsonArray array) {
        List<JsonObject> objects = new ArrayList<>();
        for (int i = 0; i < array.size(); i++) {
            objects.add(array.getJsonObject(i));
        }
        return objects;
    }
}
