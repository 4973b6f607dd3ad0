package io.cybervpn.sandbox.pterodactyl;

import io.cybervpn.sandbox.http.Answer;
import io.cybervpn.sandbox.http.Call;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Two locations with a node each, and a nest of two eggs: Paper (1) in nest 1 and a bot (2). Each
 * egg has a variable that is needed and has a usual value.
 */
final class Places {
    private static final int NEST = 1;
    private static final Map<Integer, String> EGGS = Map.of(1, "Paper", 2, "Bot");
    private static final Map<Integer, String> LOCATIONS = Map.of(1, "fi", 2, "de");

    private Places() {}

    static Answer nodes(Call call) {
        return Replies.page(
                "node", LOCATIONS.keySet().stream().sorted().map(Places::node).toList(), 1, 50);
    }

    static Answer locations(Call call) {
        return Replies.page(
                "location",
                LOCATIONS.keySet().stream().sorted().map(Places::location).toList(),
                1,
                50);
    }

    static JsonObject location(int id) {
        return new JsonObject()
                .put("id", id)
                .put("short", LOCATIONS.get(id))
                .put("long", "location " + LOCATIONS.get(id));
    }

    static Answer egg(Call call) {
        int nest = Store.number(call.param("nest"));
        int id = Store.number(call.param("egg"));
        if (nest != NEST || !EGGS.containsKey(id)) {
            throw Replies.missing();
        }
        return Replies.one(200, "egg", egg(id));
    }

    static boolean hasEgg(int id) {
        return EGGS.containsKey(id);
    }

    /** The node of the first of these locations that there is; of any when none is named. */
    static Optional<Integer> nodeIn(List<Integer> locations) {
        return locations.isEmpty()
                ? Optional.of(1)
                : locations.stream().filter(LOCATIONS::containsKey).findFirst();
    }

    /** Here a node has the number of its location. */
    private static JsonObject node(int id) {
        return new JsonObject()
                .put("id", id)
                .put("name", "node-" + LOCATIONS.get(id))
                .put("location_id", id)
                .put("maintenance_mode", false);
    }

    private static JsonObject egg(int id) {
        JsonObject variable =
                new JsonObject()
                        .put("id", id)
                        .put("env_variable", "SERVER_JARFILE")
                        .put("default_value", "server.jar")
                        .put("rules", "required|string");
        return new JsonObject()
                .put("id", id)
                .put("nest", NEST)
                .put("name", EGGS.get(id))
                .put("docker_image", "ghcr.io/pterodactyl/yolks:java_21")
                .put("startup", "java -jar {{SERVER_JARFILE}}")
                .put(
                        "relationships",
                        new JsonObject()
                                .put("variables", Replies.list("egg_variable", List.of(variable))));
    }
}
