package io.cybervpn.sandbox.pterodactyl;

import io.cybervpn.sandbox.http.Answer;
import io.cybervpn.sandbox.http.Call;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Who can log in at the panel. An e-mail, a name and an external id are each one user's. */
final class Users {
    private static final List<String> NEEDED =
            List.of("email", "username", "first_name", "last_name");
    private static final List<String> UNIQUE = List.of("email", "username", "external_id");

    private final Store store;

    Users(Store store) {
        this.store = store;
    }

    Answer external(Call call) {
        return Store.external(store.users(), call.param("external"))
                .map(user -> told(200, user))
                .orElseThrow(Replies::missing);
    }

    Answer add(Call call) {
        JsonObject body = call.bodyOrEmpty();
        check(body, -1);
        int id = store.nextId();
        JsonObject user =
                new JsonObject()
                        .put("id", id)
                        .put("uuid", UUID.randomUUID().toString())
                        .put("external_id", body.getString("external_id"))
                        .put("root_admin", body.getBoolean("root_admin", false))
                        .put("password", body.getString("password"));
        NEEDED.forEach(field -> user.put(field, body.getString(field)));
        store.users().put(id, user);
        return told(201, user);
    }

    /** All fields are needed again; the external id that is left out is lost. */
    Answer update(Call call) {
        JsonObject user = store.user(call.param("id"));
        JsonObject body = call.bodyOrEmpty();
        check(body, user.getInteger("id"));
        NEEDED.forEach(field -> user.put(field, body.getString(field)));
        user.put("external_id", body.getString("external_id"));
        if (body.getString("password") != null) {
            user.put("password", body.getString("password"));
        }
        return told(200, user);
    }

    Answer delete(Call call) {
        JsonObject user = store.user(call.param("id"));
        boolean owns =
                store.servers().values().stream()
                        .anyMatch(
                                server -> user.getInteger("id").equals(server.getInteger("user")));
        if (owns) {
            return Replies.error(
                    400,
                    "DisplayException",
                    "Cannot delete a user with active servers attached to their account.");
        }
        store.users().remove(user.getInteger("id"));
        return Answer.empty(204);
    }

    private void check(JsonObject body, int own) {
        for (String field : NEEDED) {
            if (body.getString(field, "").isBlank()) {
                throw Replies.invalid(field, "required", "The " + field + " field is required.");
            }
        }
        for (String field : UNIQUE) {
            if (isTaken(field, body.getString(field), own)) {
                throw Replies.invalid(field, "unique", field + " has already been taken.");
            }
        }
    }

    private boolean isTaken(
            String field, @org.jspecify.annotations.Nullable String value, int own) {
        return value != null
                && store.users().values().stream()
                        .filter(user -> user.getInteger("id") != own)
                        .anyMatch(user -> value.equals(user.getString(field)));
    }

    private static Answer told(int status, JsonObject user) {
        JsonObject told = user.copy();
        told.remove("password");
        return Replies.one(status, "user", told);
    }

    /** Nobody of ours. */
    void addStranger(String name) {
        int id = store.nextId();
        store.users()
                .put(
                        id,
                        new JsonObject(
                                Map.of("id", id, "username", name, "email", name + "@example")));
    }
}
