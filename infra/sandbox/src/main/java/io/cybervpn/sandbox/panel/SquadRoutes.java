package io.cybervpn.sandbox.panel;

import static io.vertx.core.http.HttpMethod.DELETE;
import static io.vertx.core.http.HttpMethod.GET;
import static io.vertx.core.http.HttpMethod.PATCH;
import static io.vertx.core.http.HttpMethod.POST;

import io.cybervpn.sandbox.http.Answer;
import io.cybervpn.sandbox.http.Call;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Internal squads: which users may use which inbounds. External squads: how subscriptions look. */
final class SquadRoutes {

    private static final String INTERNAL = "/api/internal-squads";
    private static final String EXTERNAL = "/api/external-squads";
    private static final String NAME = "^[A-Za-z0-9_ -]+$";

    private final PanelVersion version;
    private final Infrastructure infrastructure;
    private final UserStore store;

    SquadRoutes(PanelVersion version, Infrastructure infrastructure, UserStore store) {
        this.version = version;
        this.infrastructure = infrastructure;
        this.store = store;
    }

    void add(PanelRouter router) {
        router.api(
                GET,
                INTERNAL,
                call -> PanelRouter.ok(all(infrastructure.internalSquads(), "internalSquads")));
        router.api(POST, INTERNAL, this::create);
        router.api(PATCH, INTERNAL, this::patch);
        router.api(GET, INTERNAL + "/:uuid", call -> PanelRouter.ok(view(find(call))));
        router.api(DELETE, INTERNAL + "/:uuid", this::delete);
        router.api(GET, INTERNAL + "/:uuid/accessible-nodes", this::accessibleNodes);
        members(router);
        external(router);
    }

    private JsonObject all(Map<String, JsonObject> squads, String key) {
        JsonArray views = new JsonArray();
        squads.values().forEach(squad -> views.add(view(squad)));
        return new JsonObject().put("total", squads.size()).put(key, views);
    }

    private JsonObject view(JsonObject squad) {
        JsonObject view =
                new JsonObject()
                        .put("uuid", squad.getString("uuid"))
                        .put("viewPosition", squad.getInteger("viewPosition"))
                        .put("name", squad.getString("name"));
        JsonObject info = new JsonObject().put("membersCount", members(squad).size());
        if (squad.containsKey("inbounds")) {
            info.put("inboundsCount", squad.getJsonArray("inbounds").size());
            view.put("inbounds", infrastructure.inbounds(squad.getJsonArray("inbounds")));
        }
        view.put("info", info);
        squad.copy().forEach(entry -> view.getMap().putIfAbsent(entry.getKey(), entry.getValue()));
        return view;
    }

    private List<JsonObject> members(JsonObject squad) {
        String uuid = squad.getString("uuid");
        return store.where(
                user -> uuid.equals(user.getString("externalSquadUuid")) || isMember(user, uuid));
    }

    private static boolean isMember(JsonObject user, String squad) {
        return Infrastructure.list(user.getJsonArray("activeInternalSquads")).stream()
                .anyMatch(known -> known.getString("uuid").equals(squad));
    }

    private Answer create(Call call) {
        Fields.of(version, call.body())
                .required("name", "string")
                .text("name", 2, 30, NAME, "")
                .array("inbounds", 0, Integer.MAX_VALUE)
                .uuids("inbounds")
                .done();
        JsonObject wish = call.bodyOrEmpty();
        refuseTaken(infrastructure.internalSquads(), wish, PanelError.A120);
        JsonObject squad =
                new JsonObject()
                        .put("name", wish.getString("name"))
                        .put("inbounds", wish.getJsonArray("inbounds"));
        return PanelRouter.created(
                view(infrastructure.add(infrastructure.internalSquads(), squad)));
    }

    private static void refuseTaken(
            Map<String, JsonObject> squads, JsonObject wish, PanelError error) {
        String name = wish.getString("name", "");
        boolean taken =
                squads.values().stream()
                        .filter(squad -> !squad.getString("uuid").equals(wish.getString("uuid")))
                        .anyMatch(squad -> squad.getString("name").equals(name));
        if (taken) {
            throw error.refusal();
        }
    }

    private Answer patch(Call call) {
        Fields.of(version, call.body())
                .required("uuid", "string")
                .uuid("uuid")
                .text("name", 2, 30, NAME, "")
                .uuids("inbounds")
                .done();
        JsonObject wish = call.bodyOrEmpty();
        JsonObject squad =
                find(infrastructure.internalSquads(), wish.getString("uuid"), PanelError.A118);
        refuseTaken(infrastructure.internalSquads(), wish, PanelError.A120);
        Optional.ofNullable(wish.getString("name")).ifPresent(name -> rename(squad, name));
        Optional.ofNullable(wish.getJsonArray("inbounds"))
                .ifPresent(uuids -> squad.put("inbounds", uuids));
        infrastructure.touch(squad);
        return PanelRouter.ok(view(squad));
    }

    private void rename(JsonObject squad, String name) {
        squad.put("name", name);
        for (JsonObject user : members(squad)) {
            Infrastructure.list(user.getJsonArray("activeInternalSquads")).stream()
                    .filter(known -> known.getString("uuid").equals(squad.getString("uuid")))
                    .forEach(known -> known.put("name", name));
        }
    }

    private Answer delete(Call call) {
        JsonObject squad = find(call);
        members(squad).forEach(user -> leave(user, squad));
        infrastructure.internalSquads().remove(squad.getString("uuid"));
        return version.isThree()
                ? Answer.empty(204)
                : PanelRouter.ok(new JsonObject().put("isDeleted", true));
    }

    private JsonObject find(Call call) {
        return find(infrastructure.internalSquads(), call.param("uuid"), PanelError.A118);
    }

    private static JsonObject find(Map<String, JsonObject> squads, String uuid, PanelError error) {
        return Optional.ofNullable(squads.get(uuid)).orElseThrow(error::refusal);
    }

    private void members(PanelRouter router) {
        String bulk = INTERNAL + "/:uuid/bulk-actions/";
        router.api(POST, bulk + "add-users", call -> everybody(call, true));
        router.api(DELETE, bulk + "remove-users", call -> everybody(call, false));
        router.api(POST, bulk + "add-many-users", call -> many(call, true));
        router.api(DELETE, bulk + "remove-many-users", call -> many(call, false));
    }

    private Answer everybody(Call call, boolean joins) {
        return change(find(call), List.copyOf(store.all().values()), joins);
    }

    private Answer many(Call call, boolean joins) {
        String key = version.isThree() ? "userIds" : "uuids";
        Fields.of(version, call.body()).array(key, 1, 500).done();
        List<JsonObject> users =
                call.bodyOrEmpty().getJsonArray(key).stream()
                        .map(store::byReference)
                        .flatMap(Optional::stream)
                        .toList();
        return change(find(call), users, joins);
    }

    private Answer change(JsonObject squad, List<JsonObject> users, boolean joins) {
        for (JsonObject user : users) {
            leave(user, squad);
            if (joins) {
                user.getJsonArray("activeInternalSquads").add(UserFactory.reference(squad));
            }
        }
        return version.isThree()
                ? Answer.empty(202)
                : PanelRouter.ok(new JsonObject().put("eventSent", true));
    }

    private static void leave(JsonObject user, JsonObject squad) {
        JsonArray left = new JsonArray();
        Infrastructure.list(user.getJsonArray("activeInternalSquads")).stream()
                .filter(known -> !known.getString("uuid").equals(squad.getString("uuid")))
                .forEach(left::add);
        user.put("activeInternalSquads", left);
    }

    private Answer accessibleNodes(Call call) {
        JsonObject squad = find(call);
        JsonArray nodes = new JsonArray();
        for (JsonObject node : infrastructure.nodes().values()) {
            JsonArray tags = AccessibleNodes.tags(infrastructure, node, squad);
            if (!tags.isEmpty()) {
                nodes.add(AccessibleNodes.node(infrastructure, node).put("activeInbounds", tags));
            }
        }
        return PanelRouter.ok(
                new JsonObject()
                        .put("squadUuid", squad.getString("uuid"))
                        .put("accessibleNodes", nodes));
    }

    private void external(PanelRouter router) {
        Map<String, JsonObject> squads = infrastructure.externalSquads();
        router.api(GET, EXTERNAL, call -> PanelRouter.ok(all(squads, "externalSquads")));
        router.api(
                GET,
                EXTERNAL + "/:uuid",
                call -> PanelRouter.ok(view(find(squads, call.param("uuid"), PanelError.A182))));
        router.api(
                POST,
                EXTERNAL,
                call -> {
                    Fields.of(version, call.body())
                            .required("name", "string")
                            .text("name", 2, 30, NAME, "")
                            .done();
                    refuseTaken(squads, call.bodyOrEmpty(), PanelError.A189);
                    JsonObject squad =
                            new JsonObject().put("name", call.bodyOrEmpty().getString("name"));
                    squad.mergeIn(Resources.json("external-squad.json"));
                    return PanelRouter.created(view(infrastructure.add(squads, squad)));
                });
        router.api(
                DELETE,
                EXTERNAL + "/:uuid",
                call -> {
                    squads.remove(
                            find(squads, call.param("uuid"), PanelError.A182).getString("uuid"));
                    return Answer.empty(204);
                });
    }
}
