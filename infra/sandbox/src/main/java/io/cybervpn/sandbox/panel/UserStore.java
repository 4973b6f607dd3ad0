package io.cybervpn.sandbox.panel;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * The users by number, as 3.x prints them plus the {@code uuid} of 2.x, and the metadata that
 * callers keep with them.
 */
final class UserStore {

    private static final long FIRST_ID = 2;

    private final PanelVersion version;
    private final NavigableMap<Long, JsonObject> users = new TreeMap<>();
    private final TreeMap<Long, JsonObject> metadata = new TreeMap<>();

    /** Names and uuids never change, so they can be looked up; everything else is searched for. */
    private final Map<String, JsonObject> byName = new HashMap<>();

    private long nextId = FIRST_ID;

    UserStore(PanelVersion version) {
        this.version = version;
    }

    void clear() {
        users.clear();
        metadata.clear();
        byName.clear();
        nextId = FIRST_ID;
    }

    /** Ids are never used twice, not even after a failed creation. */
    long takeId() {
        return nextId++;
    }

    void put(JsonObject user) {
        Optional.ofNullable(users.put(user.getLong("id"), user)).ifPresent(this::forget);
        byName.put(user.getString("username"), user);
        byName.put(uuidKey(user.getString("uuid", "")), user);
        nextId = Math.max(nextId, user.getLong("id") + 1);
    }

    void remove(JsonObject user) {
        users.remove(user.getLong("id"));
        metadata.remove(user.getLong("id"));
        forget(user);
    }

    private void forget(JsonObject user) {
        byName.remove(user.getString("username"));
        byName.remove(uuidKey(user.getString("uuid", "")));
    }

    /** No username can look like this. */
    private static String uuidKey(String uuid) {
        return "uuid:" + uuid;
    }

    NavigableMap<Long, JsonObject> all() {
        return users;
    }

    TreeMap<Long, JsonObject> metadata() {
        return metadata;
    }

    Optional<JsonObject> byId(long id) {
        return Optional.ofNullable(users.get(id));
    }

    Optional<JsonObject> by(String field, String value) {
        return switch (field) {
            case "username" -> Optional.ofNullable(byName.get(value));
            case "uuid" -> Optional.ofNullable(byName.get(uuidKey(value)));
            default -> first(user -> value.equals(user.getString(field)));
        };
    }

    /** By what the panel's major version names users with: a number in 3.x, a uuid in 2.x. */
    Optional<JsonObject> byReference(Object reference) {
        if (!version.isThree()) {
            return by("uuid", reference.toString());
        }
        return reference instanceof Number number ? byId(number.longValue()) : Optional.empty();
    }

    List<JsonObject> where(Predicate<JsonObject> wanted) {
        return users.values().stream().filter(wanted).toList();
    }

    private Optional<JsonObject> first(Predicate<JsonObject> wanted) {
        return users.values().stream().filter(wanted).findFirst();
    }

    /** The user as this version of the panel prints it; a copy. */
    JsonObject view(JsonObject user) {
        JsonObject copy = user.copy();
        Object uuid = copy.remove("uuid");
        if (version.isThree()) {
            return copy;
        }
        return new JsonObject().put("uuid", uuid).mergeIn(copy);
    }

    JsonArray views(List<JsonObject> found) {
        JsonArray views = new JsonArray();
        found.forEach(user -> views.add(view(user)));
        return views;
    }
}
