package io.cybervpn.sandbox.xui;

import static io.vertx.core.http.HttpMethod.GET;
import static io.vertx.core.http.HttpMethod.POST;

import io.cybervpn.sandbox.http.Answer;
import io.cybervpn.sandbox.http.Call;
import io.cybervpn.sandbox.http.Endpoint;
import io.cybervpn.sandbox.http.SandboxServer;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Optional;

/** From 3.1 on: clients are of their own, found by e-mail, and are attached to inbounds. */
final class NewRoutes {
    private static final String API = Xui.BASE + "/panel/api/clients";
    private static final List<String> KEPT = List.of("id", "password", "subId");

    private final SandboxServer server;
    private final XuiClients clients;
    private final XuiDoor door;

    NewRoutes(SandboxServer server, XuiClients clients, XuiDoor door) {
        this.server = server;
        this.clients = clients;
        this.door = door;
    }

    void add() {
        server.on(GET, API + "/list", guarded(this::list));
        server.on(POST, API + "/add", guarded(this::addClient));
        server.on(POST, API + "/update/:email", guarded(this::update));
        server.on(POST, API + "/del/:email", guarded(this::delete));
        server.on(GET, API + "/traffic/:email", guarded(this::traffic));
        server.on(POST, API + "/resetTraffic/:email", guarded(this::reset));
    }

    private Endpoint guarded(Endpoint endpoint) {
        return call -> door.lets(call) ? endpoint.answer(call) : door.refusal(call);
    }

    private Answer list(Call call) {
        JsonArray all = new JsonArray();
        clients.all()
                .forEach(
                        one -> {
                            JsonObject client = one.getKey();
                            JsonObject traffic =
                                    clients.traffic(client.getString("email"))
                                            .orElseGet(JsonObject::new);
                            all.add(
                                    client.put(
                                                    "inboundIds",
                                                    new JsonArray(List.copyOf(one.getValue())))
                                            .put("traffic", traffic));
                        });
        return Xui.said(true, "", all);
    }

    /** One that is there with the same subId is attached anew and otherwise left as it is. */
    private Answer addClient(Call call) {
        JsonObject body = call.bodyOrEmpty();
        JsonObject client = body.getJsonObject("client", new JsonObject());
        String email = client.getString("email", "");
        List<Integer> inbounds = inbounds(body);
        if (email.isEmpty() || inbounds.isEmpty()) {
            return Xui.said(false, "invalid client", null);
        }
        Optional<JsonObject> before = clients.find(email);
        boolean other =
                before.filter(it -> !it.getString("subId", "").equals(client.getString("subId")))
                        .isPresent();
        if (other) {
            return Xui.said(false, "email already in use: " + email, null);
        }
        if (before.isEmpty()) {
            clients.put(client.copy().put("enable", true));
        }
        clients.attach(email, inbounds);
        return Xui.said(true, "Client added", null);
    }

    private static List<Integer> inbounds(JsonObject body) {
        return body.getJsonArray("inboundIds", new JsonArray()).stream()
                .map(id -> ((Number) id).intValue())
                .filter(id -> XuiClients.inbound(id).isPresent())
                .toList();
    }

    /** Keys stay when they are left out; limits that are left out become none. */
    private Answer update(Call call) {
        String email = call.param("email");
        Optional<JsonObject> before = clients.find(email);
        if (before.isEmpty()) {
            return Xui.said(false, "client not found", null);
        }
        JsonObject body = call.bodyOrEmpty();
        JsonObject client = body.copy().put("email", email);
        client.remove("inboundIds");
        KEPT.stream()
                .filter(field -> client.getValue(field) == null)
                .forEach(field -> client.put(field, before.get().getValue(field)));
        client.put("totalGB", client.getLong("totalGB", 0L))
                .put("expiryTime", client.getLong("expiryTime", 0L))
                .put("enable", client.getBoolean("enable", false));
        clients.put(client);
        return Xui.said(true, "Client updated", null);
    }

    private Answer delete(Call call) {
        return clients.remove(call.param("email"))
                ? Xui.said(true, "Client deleted", null)
                : Xui.said(false, "client not found", null);
    }

    private Answer traffic(Call call) {
        return clients.traffic(call.param("email"))
                .map(found -> Xui.said(true, "", found))
                .orElseGet(() -> Xui.said(false, "client not found", null));
    }

    private Answer reset(Call call) {
        clients.resetTraffic(call.param("email"));
        return Xui.said(true, "Traffic has been reset", null);
    }
}
