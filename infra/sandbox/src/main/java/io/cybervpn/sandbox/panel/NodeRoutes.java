package io.cybervpn.sandbox.panel;

import static io.vertx.core.http.HttpMethod.DELETE;
import static io.vertx.core.http.HttpMethod.GET;
import static io.vertx.core.http.HttpMethod.PATCH;
import static io.vertx.core.http.HttpMethod.POST;

import io.cybervpn.sandbox.http.Answer;
import io.cybervpn.sandbox.http.Call;
import io.cybervpn.sandbox.http.SandboxClock;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Optional;

/** /api/nodes. */
final class NodeRoutes {

    private static final String NODES = "/api/nodes";
    private static final List<String> ONLY_3 = List.of("id", "integrationUuids", "ips");
    private static final List<String> OWN =
            List.of(
                    "uuid",
                    "id",
                    "viewPosition",
                    "createdAt",
                    "updatedAt",
                    "isConnected",
                    "isDisabled");

    private final PanelVersion version;
    private final SandboxClock clock;
    private final Infrastructure infrastructure;
    private final PanelWebhooks webhooks;

    NodeRoutes(
            PanelVersion version,
            SandboxClock clock,
            Infrastructure infrastructure,
            PanelWebhooks webhooks) {
        this.version = version;
        this.clock = clock;
        this.infrastructure = infrastructure;
        this.webhooks = webhooks;
    }

    void add(PanelRouter router) {
        router.api(GET, NODES, call -> PanelRouter.ok(all()));
        router.api(POST, NODES, this::create);
        router.api(PATCH, NODES, this::patch);
        router.api(GET, NODES + "/:uuid", call -> PanelRouter.ok(view(find(call))));
        router.api(DELETE, NODES + "/:uuid", this::delete);
        String actions = NODES + "/:uuid/actions/";
        router.api(POST, actions + "enable", call -> turn(find(call), false));
        router.api(POST, actions + "disable", call -> turn(find(call), true));
        router.api(POST, actions + "restart", this::restart);
        router.api(
                POST,
                actions + "reset-traffic",
                call -> {
                    find(call).put("trafficUsedBytes", 0);
                    return accepted(204);
                });
    }

    private JsonArray all() {
        JsonArray all = new JsonArray();
        infrastructure.nodes().values().forEach(node -> all.add(view(node)));
        return all;
    }

    /** The node with its inbounds written out. */
    private JsonObject view(JsonObject node) {
        JsonObject view = node.copy();
        if (!version.isThree()) {
            ONLY_3.forEach(view::remove);
        }
        JsonObject profile = view.getJsonObject("configProfile");
        profile.put(
                "activeInbounds", infrastructure.inbounds(profile.getJsonArray("activeInbounds")));
        return view;
    }

    private Answer create(Call call) {
        Fields.of(version, call.body())
                .required("name", "string")
                .text("name", 3, 30)
                .required("address", "string")
                .text("address", 2, 0)
                .required("configProfile", "object")
                .done();
        JsonObject node = Resources.json("node.json").mergeIn(known(call.bodyOrEmpty()));
        node.put("id", infrastructure.nodes().size() + 1)
                .put("viewPosition", infrastructure.nodes().size() + 1);
        JsonObject added = infrastructure.add(infrastructure.nodes(), node);
        webhooks.other("node", "node.created", view(added));
        return PanelRouter.created(view(added));
    }

    private static JsonObject known(JsonObject wish) {
        JsonObject template = Resources.json("node.json");
        JsonObject known = new JsonObject();
        wish.forEach(
                entry -> {
                    if (template.containsKey(entry.getKey()) && !OWN.contains(entry.getKey())) {
                        known.put(entry.getKey(), entry.getValue());
                    }
                });
        return known;
    }

    private Answer patch(Call call) {
        Fields.of(version, call.body()).required("uuid", "string").uuid("uuid").done();
        JsonObject node = find(call.bodyOrEmpty().getString("uuid"));
        node.mergeIn(known(call.bodyOrEmpty()));
        infrastructure.touch(node);
        webhooks.other("node", "node.modified", view(node));
        return PanelRouter.ok(view(node));
    }

    private Answer delete(Call call) {
        JsonObject node = find(call);
        infrastructure.nodes().remove(node.getString("uuid"));
        webhooks.other("node", "node.deleted", view(node));
        return version.isThree()
                ? Answer.empty(204)
                : PanelRouter.ok(new JsonObject().put("isDeleted", true));
    }

    private Answer turn(JsonObject node, boolean disabled) {
        node.put("isDisabled", disabled)
                .put("isConnected", !disabled && node.getBoolean("isConnected"))
                .put("lastStatusChange", clock.now())
                .putNull("lastStatusMessage");
        infrastructure.touch(node);
        webhooks.other("node", disabled ? "node.disabled" : "node.enabled", view(node));
        return PanelRouter.ok(view(node));
    }

    private Answer restart(Call call) {
        Fields.of(version, version.isThree() ? call.body() : Optional.of(call.bodyOrEmpty()))
                .done();
        if (find(call).getBoolean("isDisabled")) {
            throw PanelError.A149.refusal();
        }
        return accepted(202);
    }

    private Answer accepted(int status) {
        return version.isThree()
                ? Answer.empty(status)
                : PanelRouter.ok(new JsonObject().put("eventSent", true));
    }

    private JsonObject find(Call call) {
        return find(call.param("uuid"));
    }

    private JsonObject find(String uuid) {
        return Optional.ofNullable(infrastructure.nodes().get(uuid))
                .orElseThrow(PanelError.A011::refusal);
    }
}
