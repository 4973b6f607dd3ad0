package io.cybervpn.sandbox.pterodactyl;

import io.cybervpn.sandbox.http.Answer;
import io.cybervpn.sandbox.http.Call;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Servers. A new one is {@code installing} until {@link Pterodactyl#finishInstalls}; its external
 * id is one server's alone.
 */
final class Servers {
    static final String INSTALLING = "installing";
    static final String SUSPENDED = "suspended";

    private final Store store;
    private boolean nodesAreDown;

    Servers(Store store) {
        this.store = store;
    }

    void nodesAreDown(boolean down) {
        nodesAreDown = down;
    }

    Answer list(Call call) {
        List<JsonObject> all =
                store.servers().values().stream().map(server -> told(server, call)).toList();
        int page = call.query("page").map(Store::number).orElse(1);
        return Replies.page(
                "server", all, page, call.query("per_page").map(Store::number).orElse(50));
    }

    Answer external(Call call) {
        return Store.external(store.servers(), call.param("external"))
                .map(server -> Replies.one(200, "server", told(server, call)))
                .orElseThrow(Replies::missing);
    }

    Answer one(Call call) {
        return Replies.one(200, "server", told(store.server(call.param("id")), call));
    }

    Answer add(Call call) {
        JsonObject body = call.bodyOrEmpty();
        check(body);
        Optional<Integer> node =
                Places.nodeIn(
                        body
                                .getJsonObject("deploy", new JsonObject())
                                .getJsonArray("locations", new JsonArray())
                                .stream()
                                .map(id -> ((Number) id).intValue())
                                .toList());
        if (node.isEmpty()) {
            return Replies.error(
                    400,
                    "NoViableNodeException",
                    "No nodes satisfying the requirements specified for automatic deployment could"
                            + " be found.");
        }
        int id = store.nextId();
        String uuid = UUID.randomUUID().toString();
        JsonObject server =
                new JsonObject()
                        .put("id", id)
                        .put("external_id", body.getString("external_id"))
                        .put("uuid", uuid)
                        .put("identifier", uuid.substring(0, 8))
                        .put("name", body.getString("name"))
                        .put("description", body.getString("description", ""))
                        .put("status", INSTALLING)
                        .put("limits", body.getJsonObject("limits").copy())
                        .put("feature_limits", body.getJsonObject("feature_limits").copy())
                        .put("user", body.getInteger("user"))
                        .put("node", node.get())
                        .put("allocation", id)
                        .put("egg", body.getInteger("egg"));
        store.servers().put(id, server);
        return Replies.one(201, "server", told(server, call));
    }

    private void check(JsonObject body) {
        for (String field : List.of("name", "user", "egg", "docker_image", "startup")) {
            need(body, field);
        }
        for (String field : List.of("environment", "limits", "feature_limits", "deploy")) {
            need(body, field);
        }
        for (String limit : List.of("memory", "swap", "disk", "io", "cpu")) {
            need(body.getJsonObject("limits"), limit);
        }
        if (!store.users().containsKey(body.getInteger("user"))) {
            throw Replies.invalid("user", "exists", "The selected user is invalid.");
        }
        if (!Places.hasEgg(body.getInteger("egg"))) {
            throw Replies.invalid("egg", "exists", "The selected egg is invalid.");
        }
        if (!body.getJsonObject("environment").containsKey("SERVER_JARFILE")) {
            throw Replies.invalid(
                    "environment.SERVER_JARFILE",
                    "required",
                    "The Server Jar File variable field is required.");
        }
        if (Store.external(store.servers(), body.getString("external_id", "")).isPresent()) {
            throw Replies.invalid(
                    "external_id", "unique", "The external id has already been taken.");
        }
    }

    private static void need(JsonObject body, String field) {
        if (body.getValue(field) == null) {
            throw Replies.invalid(field, "required", "The " + field + " field is required.");
        }
    }

    Answer build(Call call) {
        JsonObject server = store.server(call.param("id"));
        JsonObject body = call.bodyOrEmpty();
        need(body, "allocation");
        need(body, "feature_limits");
        if (!store.isDeaf()) {
            server.put("limits", body.getJsonObject("limits", server.getJsonObject("limits")))
                    .put("feature_limits", body.getJsonObject("feature_limits"));
        }
        return Replies.one(200, "server", told(server, call));
    }

    /** What is left out is lost, the external id too. */
    Answer details(Call call) {
        JsonObject server = store.server(call.param("id"));
        JsonObject body = call.bodyOrEmpty();
        need(body, "name");
        need(body, "user");
        server.put("name", body.getString("name"))
                .put("user", body.getInteger("user"))
                .put("external_id", body.getString("external_id"))
                .put("description", body.getString("description"));
        return Replies.one(200, "server", told(server, call));
    }

    Answer suspend(Call call) {
        return status(call, SUSPENDED);
    }

    Answer unsuspend(Call call) {
        return status(call, null);
    }

    private Answer status(Call call, @org.jspecify.annotations.Nullable String status) {
        JsonObject server = store.server(call.param("id"));
        if (!store.isDeaf()) {
            server.put("status", status);
        }
        return Answer.empty(204);
    }

    /** Without force the machine that runs it must be there to take its files away. */
    Answer delete(Call call) {
        JsonObject server = store.server(call.param("id"));
        if (nodesAreDown && !call.path().endsWith("/force")) {
            return Replies.error(
                    504,
                    "DaemonConnectionException",
                    "There was an exception while attempting to communicate with the daemon"
                            + " resulting in a HTTP/504 response code.");
        }
        store.servers().remove(server.getInteger("id"));
        return Answer.empty(204);
    }

    private static JsonObject told(JsonObject server, Call call) {
        JsonObject told =
                server.copy()
                        .put("suspended", SUSPENDED.equals(server.getString("status")))
                        .put("relationships", new JsonObject());
        boolean located = call.query("include").filter(it -> it.contains("location")).isPresent();
        if (located) {
            told.getJsonObject("relationships")
                    .put(
                            "location",
                            Replies.object("location", Places.location(server.getInteger("node"))));
        }
        return told;
    }
}
