package io.cybervpn.sandbox.panel;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;

/** A server as an outbound of an xray config. */
final class XrayOutbound {

    private XrayOutbound() {}

    static JsonObject of(Links.Server server) {
        return new JsonObject()
                .put("tag", "proxy")
                .put("protocol", server.protocol())
                .put("settings", settings(server))
                .put("streamSettings", stream(server));
    }

    private static JsonObject settings(Links.Server server) {
        JsonObject peer =
                new JsonObject().put("address", server.address()).put("port", server.port());
        return switch (server.protocol()) {
            case "vless" ->
                    new JsonObject().put("vnext", one(peer.put("users", one(user(server)))));
            case "trojan" ->
                    new JsonObject().put("servers", one(peer.put("password", server.secret())));
            default -> new JsonObject().put("servers", one(shadowsocks(peer, server)));
        };
    }

    private static JsonObject user(Links.Server server) {
        JsonObject user = new JsonObject().put("id", server.secret()).put("encryption", "none");
        return server.isReality() ? user.put("flow", "xtls-rprx-vision") : user;
    }

    private static JsonObject shadowsocks(JsonObject peer, Links.Server server) {
        return peer.put("password", server.secret())
                .put("method", Links.SS_METHOD)
                .put("uot", false)
                .put("UoTVersion", 1);
    }

    private static JsonObject stream(Links.Server server) {
        JsonObject stream = new JsonObject().put("network", server.network());
        if (server.isWebSocket()) {
            stream.put(
                    "wsSettings",
                    new JsonObject()
                            .put("path", server.path())
                            .put("host", "")
                            .put("headers", new JsonObject()));
        } else {
            stream.put("tcpSettings", new JsonObject());
        }
        if (!server.isReality()) {
            return stream.put("security", "none");
        }
        return stream.put("security", "reality")
                .put(
                        "realitySettings",
                        new JsonObject()
                                .put("serverName", server.serverName())
                                .put("publicKey", server.publicKey())
                                .put("shortId", server.shortId())
                                .put("fingerprint", "chrome"));
    }

    private static JsonArray one(JsonObject element) {
        return new JsonArray().add(element);
    }
}
