package io.cybervpn.sandbox.xui;

import static io.vertx.core.http.HttpMethod.GET;

import io.cybervpn.sandbox.http.Answer;
import io.cybervpn.sandbox.http.Call;
import io.cybervpn.sandbox.http.SandboxServer;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** The subscription server: links, JSON and Clash of all clients of one subId that are on. */
final class XuiLinks {
    private final XuiClients clients;

    XuiLinks(XuiClients clients) {
        this.clients = clients;
    }

    void add(SandboxServer server) {
        server.on(GET, "/sub/:subId", call -> answer(call, "text/plain", XuiLinks::base64));
        server.on(GET, "/json/:subId", call -> answer(call, "application/json", XuiLinks::json));
        server.on(GET, "/clash/:subId", call -> answer(call, "text/yaml", XuiLinks::clash));
    }

    private interface Print {
        String of(List<String> links);
    }

    private Answer answer(Call call, String type, Print print) {
        List<Map.Entry<JsonObject, Set<Integer>>> found = clients.bySubId(call.param("subId"));
        List<String> links = found.stream().flatMap(this::links).toList();
        if (links.isEmpty()) {
            return Answer.text(400, "text/plain", "Error!");
        }
        return new Answer(
                200,
                Map.of(
                        "content-type",
                        type + "; charset=utf-8",
                        "subscription-userinfo",
                        userInfo(found.getFirst().getKey()),
                        "profile-title",
                        "base64:" + base64("sandbox"),
                        "profile-update-interval",
                        "12"),
                Buffer.buffer(print.of(links)));
    }

    private Stream<String> links(Map.Entry<JsonObject, Set<Integer>> one) {
        JsonObject client = one.getKey();
        return one.getValue().stream()
                .sorted()
                .flatMap(id -> XuiClients.inbound(id).stream())
                .filter(inbound -> client.getBoolean("enable", true))
                .map(inbound -> link(inbound, client));
    }

    private static String link(XuiClients.Inbound inbound, JsonObject client) {
        String key =
                switch (inbound.protocol()) {
                    case "vless" -> client.getString("id", "");
                    default -> client.getString("password", "");
                };
        String scheme = inbound.protocol().equals("shadowsocks") ? "ss" : inbound.protocol();
        return "%s://%s@xui.sandbox.invalid:%d#%s"
                .formatted(scheme, key, inbound.port(), inbound.remark());
    }

    private String userInfo(JsonObject client) {
        JsonObject traffic = clients.traffic(client.getString("email")).orElseGet(JsonObject::new);
        return "upload=%d; download=%d; total=%d; expire=%d"
                .formatted(
                        traffic.getLong("up", 0L),
                        traffic.getLong("down", 0L),
                        client.getLong("totalGB", 0L),
                        client.getLong("expiryTime", 0L) / 1_000);
    }

    private static String base64(List<String> links) {
        return base64(String.join("\n", links));
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String json(List<String> links) {
        JsonArray outbounds = new JsonArray();
        links.forEach(link -> outbounds.add(new JsonObject().put("tag", link)));
        return new JsonObject().put("outbounds", outbounds).encodePrettily();
    }

    private static String clash(List<String> links) {
        StringBuilder yaml = new StringBuilder("proxies:\n");
        links.forEach(link -> yaml.append("  - name: \"").append(link).append("\"\n"));
        return yaml.toString();
    }
}
