package io.cybervpn.sandbox.xui;

import static io.vertx.core.http.HttpMethod.GET;
import static io.vertx.core.http.HttpMethod.POST;

import io.cybervpn.sandbox.http.Answer;
import io.cybervpn.sandbox.http.Call;
import io.cybervpn.sandbox.http.Endpoint;
import io.cybervpn.sandbox.http.SandboxServer;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Optional;

/**
 * Up to 3.0: a client belongs to an inbound and is found there by its key, which is the uuid for
 * vless, the password for trojan and the e-mail for shadowsocks. Here as there one e-mail is one
 * client over all inbounds, so adding it to a second inbound is refused.
 */
final class OldRoutes {
    private static final String API = Xui.BASE + "/panel/api/inbounds";

    private final SandboxServer server;
    private final XuiClients clients;
    private final XuiDoor door;

    OldRoutes(SandboxServer server, XuiClients clients, XuiDoor door) {
        this.server = server;
        this.clients = clients;
        this.door = door;
    }

    void add() {
        server.on(POST, API + "/addClient", guarded(this::addClient));
        server.on(POST, API + "/updateClient/:key", guarded(this::update));
        server.on(POST, API + "/:id/delClient/:key", guarded(this::delete));
        server.on(GET, API + "/getClientTraffics/:email", guarded(this::traffic));
        server.on(POST, API + "/:id/resetClientTraffic/:email", guarded(this::reset));
    }

    private Endpoint guarded(Endpoint endpoint) {
        return call -> door.lets(call) ? endpoint.answer(call) : door.refusal(call);
    }

    private Answer addClient(Call call) {
        JsonObject body = call.bodyOrEmpty();
        JsonObject client = client(body);
        String email = client.getString("email", "");
        Optional<XuiClients.Inbound> inbound = XuiClients.inbound(body.getInteger("id", 0));
        if (inbound.isEmpty()) {
            return Xui.said(false, "record not found", null);
        }
        if (email.isEmpty() || clients.find(email).isPresent()) {
            return Xui.said(false, "Duplicate email: " + email, null);
        }
        clients.put(client);
        clients.attach(email, List.of(inbound.get().id()));
        return Xui.said(true, "Client(s) added", null);
    }

    /** The settings are a text. */
    private static JsonObject client(JsonObject body) {
        return new JsonObject(body.getString("settings", "{\"clients\":[{}]}"))
                .getJsonArray("clients")
                .getJsonObject(0);
    }

    private Answer update(Call call) {
        JsonObject body = call.bodyOrEmpty();
        int inbound = body.getInteger("id", 0);
        return emailOf(inbound, call.param("key"))
                .filter(email -> email.equals(client(body).getString("email")))
                .map(
                        email -> {
                            clients.put(client(body));
                            return Xui.said(true, "Client updated", null);
                        })
                .orElseGet(() -> Xui.said(false, "empty client ID", null));
    }

    private Answer delete(Call call) {
        int inbound = Integer.parseInt(call.param("id"));
        Optional<String> email = emailOf(inbound, call.param("key"));
        if (email.isPresent() && clients.of(inbound).size() == 1) {
            return Xui.said(false, "no client remained in Inbound", null);
        }
        email.ifPresent(one -> ignore(clients.detach(one, List.of(inbound))));
        return Xui.said(true, "Client deleted", null);
    }

    private static void ignore(boolean changed) {
        System.getLogger("io.cybervpn.sandbox").log(System.Logger.Level.TRACE, changed);
    }

    private Answer traffic(Call call) {
        return clients.traffic(call.param("email"))
                .map(found -> Xui.said(true, "", found))
                .orElseGet(() -> Xui.said(false, "Inbound Not Found For Email", null));
    }

    private Answer reset(Call call) {
        clients.resetTraffic(call.param("email"));
        return Xui.said(true, "Traffic has been reset", null);
    }

    private Optional<String> emailOf(int inbound, String key) {
        String field =
                XuiClients.inbound(inbound)
                        .map(
                                one ->
                                        switch (one.protocol()) {
                                            case "trojan" -> "password";
                                            case "shadowsocks" -> "email";
                                            default -> "id";
                                        })
                        .orElse("id");
        return clients.of(inbound).stream()
                .map(JsonObject.class::cast)
                .filter(client -> key.equals(client.getString(field)))
                .map(client -> client.getString("email"))
                .findFirst();
    }
}
