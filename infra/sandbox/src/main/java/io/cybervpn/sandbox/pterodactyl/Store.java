package io.cybervpn.sandbox.pterodactyl;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Users and servers by number. The caller holds the lock of the panel. */
final class Store {
    private final Map<Integer, JsonObject> users = new TreeMap<>();
    private final Map<Integer, JsonObject> servers = new TreeMap<>();
    private int lastId;
    private int deafFor;

    int nextId() {
        return ++lastId;
    }

    Map<Integer, JsonObject> users() {
        return users;
    }

    Map<Integer, JsonObject> servers() {
        return servers;
    }

    static Optional<JsonObject> external(Map<Integer, JsonObject> all, String externalId) {
        return all.values().stream()
                .filter(one -> externalId.equals(one.getString("external_id")))
                .findFirst();
    }

    JsonObject user(String id) {
        return Optional.ofNullable(users.get(number(id))).orElseThrow(Replies::missing);
    }

    JsonObject server(String id) {
        return Optional.ofNullable(servers.get(number(id))).orElseThrow(Replies::missing);
    }

    /** So many changes are answered with success and not made. */
    void deafFor(int changes) {
        deafFor = changes;
    }

    boolean isDeaf() {
        boolean deaf = deafFor > 0;
        deafFor = Math.max(0, deafFor - 1);
        return deaf;
    }

    static int number(String id) {
        return id.matches("\\d{1,9}") ? Integer.parseInt(id) : -1;
    }

    void clear() {
        users.clear();
        servers.clear();
        deafFor = 0;
    }

    JsonObject json() {
        return new JsonObject()
                .put("users", new JsonArray(List.copyOf(users.values())))
                .put("servers", new JsonArray(List.copyOf(servers.values())));
    }
}
