package io.cybervpn.sandbox.panel;

import static io.vertx.core.http.HttpMethod.GET;
import static io.vertx.core.http.HttpMethod.POST;

import io.cybervpn.sandbox.http.Answer;
import io.cybervpn.sandbox.http.Call;
import io.cybervpn.sandbox.http.Control;
import io.vertx.core.json.JsonObject;
import java.util.Optional;

/** What /_sandbox offers at the panel. */
final class PanelControl {

    private final PanelParts parts;
    private final Watchdogs watchdogs;

    PanelControl(PanelParts parts, Watchdogs watchdogs) {
        this.parts = parts;
        this.watchdogs = watchdogs;
    }

    void add(Control control) {
        control.on(
                GET,
                "/_sandbox/users/:name",
                "one user by username",
                call -> found(call, user -> {}));
        control.on(
                POST,
                "/_sandbox/users/:name/traffic",
                "{bytes} the user moves bytes through a node",
                call -> found(call, user -> traffic(call)));
        control.on(
                POST,
                "/_sandbox/users/:name/expire",
                "the user's time is over and the watchdog sees it",
                call -> found(call, user -> expire(call)));
        control.on(
                POST,
                "/_sandbox/users/:name/events",
                "{event, meta?} sends any webhook about the user, such as user.expiration",
                call -> found(call, user -> event(call, user)));
        control.on(
                POST,
                "/_sandbox/nodes/:name",
                "{isConnected?, usersOnline?, trafficUsedBytes?, lastStatusMessage?, system?, ...}"
                        + " brings a node into a state",
                this::node);
        control.on(
                POST,
                "/_sandbox/watchdogs",
                "{reset?: strategy} runs expired, thresholds, limited; and the traffic reset of a strategy",
                this::watch);
    }

    private interface Act {
        void on(JsonObject user);
    }

    private Answer found(Call call, Act act) {
        Optional<JsonObject> user = parts.store.by("username", call.param("name"));
        user.ifPresent(act::on);
        return user.map(known -> Answer.json(200, parts.store.view(known)))
                .orElseGet(() -> Answer.json(404, new JsonObject().put("message", "no such user")));
    }

    private void traffic(Call call) {
        Long bytes = call.bodyOrEmpty().getLong("bytes");
        if (bytes == null || bytes < 0) {
            throw Control.bad("bytes must be a whole number");
        }
        parts.addTraffic(call.param("name"), bytes);
    }

    private void expire(Call call) {
        parts.users.forceExpiry(call.param("name"));
        watchdogs.expired();
    }

    private void event(Call call, JsonObject user) {
        JsonObject wish = call.bodyOrEmpty();
        parts.webhooks.user(
                wish.getString("event", "user.modified"),
                parts.store.view(user),
                Optional.ofNullable(wish.getJsonObject("meta")));
    }

    private Answer node(Call call) {
        return new NodeHand(parts)
                .change(call.param("name"), call.bodyOrEmpty())
                .map(node -> Answer.json(200, node))
                .orElseGet(() -> Answer.json(404, new JsonObject().put("message", "no such node")));
    }

    private Answer watch(Call call) {
        JsonObject answer =
                new JsonObject()
                        .put("expired", watchdogs.expired())
                        .put("thresholds", watchdogs.thresholds())
                        .put("limited", watchdogs.limited());
        Optional.ofNullable(call.bodyOrEmpty().getString("reset"))
                .ifPresent(strategy -> answer.put("reset", watchdogs.reset(strategy)));
        return Answer.json(200, answer);
    }
}
