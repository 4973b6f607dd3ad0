package io.cybervpn.sandbox.panel;

import static io.vertx.core.http.HttpMethod.GET;

import io.cybervpn.sandbox.http.Answer;
import io.cybervpn.sandbox.http.Call;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Optional;

/**
 * /api/subscriptions: what links lead to, for whoever has the API token; and connections of users.
 */
final class SubscriptionRoutes {

    private static final String SUBSCRIPTIONS = "/api/subscriptions";

    private final PanelParts parts;
    private final UserRoutes users;
    private final LinkRoutes.LinkHeaders headers;

    SubscriptionRoutes(PanelParts parts, UserRoutes users, LinkRoutes.LinkHeaders headers) {
        this.parts = parts;
        this.users = users;
        this.headers = headers;
    }

    void add(PanelRouter router) {
        String byReference = parts.version.isThree() ? "/by-id/:user" : "/by-uuid/:user";
        router.api(GET, SUBSCRIPTIONS, this::list);
        router.api(
                GET,
                SUBSCRIPTIONS + byReference,
                call -> PanelRouter.ok(info(users.written(call))));
        router.api(
                GET,
                SUBSCRIPTIONS + "/by-username/:value",
                call -> PanelRouter.ok(info(by("username", call))));
        router.api(
                GET,
                SUBSCRIPTIONS + "/by-short-uuid/:value",
                call -> PanelRouter.ok(info(by("shortUuid", call))));
        router.api(GET, SUBSCRIPTIONS + "/by-short-uuid/:value/raw", this::raw);
        router.api(GET, SUBSCRIPTIONS + "/connection-keys/:user", this::keys);
        router.api(GET, SUBSCRIPTIONS + "/subpage-config/:value", this::subpage);
        router.api(
                GET,
                "/api/users/:user/accessible-nodes",
                call -> {
                    JsonObject user = users.written(call);
                    JsonObject answer =
                            parts.version.isThree()
                                    ? new JsonObject().put("userId", user.getLong("id"))
                                    : new JsonObject().put("userUuid", user.getString("uuid"));
                    return PanelRouter.ok(
                            answer.put(
                                    "activeNodes",
                                    AccessibleNodes.ofUser(parts.infrastructure, user)));
                });
        router.api(
                GET,
                "/api/users/:user/subscription-request-history",
                call -> PanelRouter.ok(parts.history.of(users.written(call))));
    }

    private JsonObject info(JsonObject user) {
        return parts.subscriptions.info(user, parts.subscriptions.servers(user));
    }

    private JsonObject by(String field, Call call) {
        return parts.store.by(field, call.param("value")).orElseThrow(PanelError.A025::refusal);
    }

    private Answer list(Call call) {
        int start = number(call, "start", 0);
        int size = number(call, "size", 25);
        JsonArray page = new JsonArray();
        parts.store.all().descendingMap().values().stream()
                .skip(start)
                .limit(size)
                .forEach(user -> page.add(info(user)));
        return PanelRouter.ok(
                new JsonObject().put("subscriptions", page).put("total", parts.store.all().size()));
    }

    private int number(Call call, String field, int usual) {
        return UserQueryRoutes.number(
                parts.version, call, new UserQueryRoutes.Limit(field, usual, 1_000_000, ""));
    }

    private Answer keys(Call call) {
        List<Links.Server> servers = parts.subscriptions.real(users.written(call));
        return PanelRouter.ok(
                new JsonObject()
                        .put("enabledKeys", parts.subscriptions.links(servers))
                        .put("hiddenKeys", new JsonArray())
                        .put("disabledKeys", new JsonArray()));
    }

    private Answer subpage(Call call) {
        String squad =
                Optional.ofNullable(by("shortUuid", call).getString("externalSquadUuid"))
                        .orElse("");
        JsonObject external =
                parts.infrastructure.externalSquads().getOrDefault(squad, new JsonObject());
        return PanelRouter.ok(
                new JsonObject()
                        .put("subpageConfigUuid", external.getString("subpageConfigUuid"))
                        .put("webpageAllowed", true));
    }

    private Answer raw(Call call) {
        JsonObject user = by("shortUuid", call);
        JsonObject about = info(user).getJsonObject("user");
        JsonObject converted =
                new JsonObject()
                        .put("daysLeft", about.getValue("daysLeft"))
                        .put("trafficUsed", about.getValue("trafficUsed"))
                        .put("trafficLimit", about.getValue("trafficLimit"))
                        .put("lifetimeTrafficUsed", about.getValue("lifetimeTrafficUsed"))
                        .putNull("hwidCheckup");
        JsonArray configs = new JsonArray();
        parts.subscriptions.servers(user).forEach(server -> configs.add(RawProxy.of(server)));
        JsonObject answered = new JsonObject();
        headers.of(user).forEach(answered::put);
        return PanelRouter.ok(
                new JsonObject()
                        .put("user", parts.store.view(user))
                        .put("convertedUserInfo", converted)
                        .put("resolvedProxyConfigs", configs)
                        .put("headers", answered));
    }
}
