package io.cybervpn.sandbox.panel;

import static io.vertx.core.http.HttpMethod.DELETE;
import static io.vertx.core.http.HttpMethod.GET;
import static io.vertx.core.http.HttpMethod.PATCH;
import static io.vertx.core.http.HttpMethod.POST;

import io.cybervpn.sandbox.http.Answer;
import io.cybervpn.sandbox.http.Call;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;

/** /api/hosts, what clients connect to, and /api/config-profiles, what nodes run. */
final class HostRoutes {

    private static final String HOSTS = "/api/hosts";
    private static final String PROFILES = "/api/config-profiles";

    private final PanelVersion version;
    private final Infrastructure infrastructure;

    HostRoutes(PanelVersion version, Infrastructure infrastructure) {
        this.version = version;
        this.infrastructure = infrastructure;
    }

    void add(PanelRouter router) {
        router.api(GET, HOSTS, call -> PanelRouter.ok(all()));
        router.api(POST, HOSTS, this::create);
        router.api(PATCH, HOSTS, this::patch);
        router.api(GET, HOSTS + "/:uuid", call -> PanelRouter.ok(view(find(call.param("uuid")))));
        router.api(
                DELETE,
                HOSTS + "/:uuid",
                call -> {
                    infrastructure.hosts().remove(find(call.param("uuid")).getString("uuid"));
                    return version.isThree()
                            ? Answer.empty(204)
                            : PanelRouter.ok(new JsonObject().put("isDeleted", true));
                });
        bulk(router, "enable", host -> host.put("isDisabled", false));
        bulk(router, "disable", host -> host.put("isDisabled", true));
        bulk(router, "delete", host -> infrastructure.hosts().remove(host.getString("uuid")));
        profiles(router);
    }

    private void bulk(PanelRouter router, String name, Consumer<JsonObject> act) {
        router.api(
                POST,
                HOSTS + "/bulk/" + name,
                call -> {
                    Fields.of(version, call.body()).array("uuids", 1, 500).uuids("uuids").done();
                    call.bodyOrEmpty().getJsonArray("uuids").stream()
                            .map(uuid -> infrastructure.hosts().get(uuid.toString()))
                            .filter(Objects::nonNull)
                            .forEach(act);
                    return version.isThree() ? Answer.empty(204) : PanelRouter.ok(all());
                });
    }

    private JsonArray all() {
        JsonArray all = new JsonArray();
        infrastructure.hosts().values().forEach(host -> all.add(view(host)));
        return all;
    }

    private JsonObject view(JsonObject host) {
        JsonObject view = host.copy();
        if (!version.isThree()) {
            view.remove("mapper");
        }
        return view;
    }

    private JsonObject find(String uuid) {
        return Optional.ofNullable(infrastructure.hosts().get(uuid))
                .orElseThrow(PanelError.A046::refusal);
    }

    private Answer create(Call call) {
        Fields.of(version, call.body())
                .required("remark", "string")
                .text("remark", 1, 40)
                .required("address", "string")
                .required("port", "number")
                .number("port", 1, 65_535)
                .required("inbound", "object")
                .done();
        JsonObject host = Resources.json("host.json").mergeIn(known(call.bodyOrEmpty()));
        return PanelRouter.created(view(infrastructure.add(infrastructure.hosts(), host)));
    }

    private static JsonObject known(JsonObject wish) {
        JsonObject template = Resources.json("host.json");
        JsonObject known = wish.copy();
        known.fieldNames().retainAll(template.fieldNames());
        return known;
    }

    private Answer patch(Call call) {
        Fields.of(version, call.body()).required("uuid", "string").uuid("uuid").done();
        JsonObject host = find(call.bodyOrEmpty().getString("uuid"));
        host.mergeIn(known(call.bodyOrEmpty()));
        return PanelRouter.ok(view(host));
    }

    private void profiles(PanelRouter router) {
        router.api(GET, PROFILES, call -> PanelRouter.ok(profiles()));
        router.api(POST, PROFILES, this::createProfile);
        router.api(GET, PROFILES + "/inbounds", call -> PanelRouter.ok(inbounds()));
        router.api(
                GET,
                PROFILES + "/:uuid",
                call ->
                        PanelRouter.ok(
                                Optional.ofNullable(
                                                infrastructure.profiles().get(call.param("uuid")))
                                        .orElseThrow(PanelError.A092::refusal)
                                        .copy()));
    }

    private JsonObject profiles() {
        JsonArray all = new JsonArray();
        infrastructure.profiles().values().forEach(profile -> all.add(profile.copy()));
        return new JsonObject().put("total", all.size()).put("configProfiles", all);
    }

    private Answer createProfile(Call call) {
        Fields.of(version, call.body())
                .required("name", "string")
                .text("name", 2, 30)
                .required("config", "object")
                .done();
        JsonObject config = call.bodyOrEmpty().getJsonObject("config");
        String uuid = UUID.randomUUID().toString();
        JsonArray inbounds = new JsonArray();
        Infrastructure.list(config.getJsonArray("inbounds", new JsonArray()))
                .forEach(raw -> inbounds.add(inbound(uuid, raw)));
        JsonObject profile =
                new JsonObject()
                        .put("uuid", uuid)
                        .put("name", call.bodyOrEmpty().getString("name"));
        profile.put("config", config).put("inbounds", inbounds).put("nodes", new JsonArray());
        return PanelRouter.created(infrastructure.add(infrastructure.profiles(), profile).copy());
    }

    private static JsonObject inbound(String profile, JsonObject raw) {
        JsonObject stream = raw.getJsonObject("streamSettings", new JsonObject());
        return new JsonObject()
                .put("uuid", UUID.randomUUID().toString())
                .put("profileUuid", profile)
                .put("tag", raw.getString("tag"))
                .put("type", raw.getString("protocol"))
                .put("network", stream.getString("network"))
                .put("security", stream.getString("security"))
                .put("port", raw.getValue("port"))
                .put("rawInbound", raw);
    }

    private JsonObject inbounds() {
        JsonArray all = new JsonArray();
        infrastructure.inbounds().forEach(inbound -> all.add(withSquads(inbound)));
        return new JsonObject().put("total", all.size()).put("inbounds", all);
    }

    private JsonObject withSquads(JsonObject inbound) {
        JsonArray squads = new JsonArray();
        infrastructure.internalSquads().values().stream()
                .filter(squad -> squad.getJsonArray("inbounds").contains(inbound.getString("uuid")))
                .forEach(squad -> squads.add(squad.getString("uuid")));
        return inbound.copy().put("activeSquads", squads);
    }
}
