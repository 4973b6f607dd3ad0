package io.cybervpn.sandbox.panel;

import io.vertx.core.json.JsonObject;
import java.util.List;

/** A server as /raw resolves it. */
final class RawProxy {

    private RawProxy() {}

    static JsonObject of(Links.Server server) {
        JsonObject proxy =
                new JsonObject()
                        .put("finalRemark", server.name())
                        .put("address", server.address())
                        .put("port", server.port())
                        .put("streamOverrides", nulls(List.of("finalMask", "sockopt")))
                        .putNull("mux")
                        .put("clientOverrides", clientOverrides(server))
                        .put("metadata", metadata(server))
                        .put("protocol", server.protocol())
                        .put("protocolOptions", protocolOptions(server))
                        .put("security", server.isReality() ? "reality" : "none");
        if (server.isReality()) {
            proxy.put("securityOptions", reality(server));
        }
        return proxy.put("transport", server.network())
                .put("transportOptions", transportOptions(server));
    }

    private static JsonObject nulls(List<String> fields) {
        JsonObject object = new JsonObject();
        fields.forEach(object::putNull);
        return object;
    }

    private static JsonObject clientOverrides(Links.Server server) {
        return new JsonObject()
                .put("shuffleHost", server.host().getBoolean("shuffleHost", false))
                .put("mihomoX25519", server.host().getBoolean("mihomoX25519", false))
                .putNull("mihomoIpVersion")
                .putNull("serverDescription")
                .putNull("xrayJsonTemplate")
                .put("mapper", new JsonObject());
    }

    private static JsonObject metadata(Links.Server server) {
        JsonObject metadata = new JsonObject();
        List.of(
                        "uuid",
                        "tags",
                        "excludeFromSubscriptionTypes",
                        "isDisabled",
                        "isHidden",
                        "viewPosition",
                        "remark")
                .forEach(field -> metadata.put(field, server.host().getValue(field)));
        return metadata.put("inboundTag", server.inbound().getString("tag"))
                .put("configProfileUuid", server.inbound().getString("profileUuid"))
                .put("configProfileInboundUuid", server.inbound().getString("uuid"))
                .put("vlessRouteId", server.host().getValue("vlessRouteId"))
                .put("rawInbound", server.inbound().getValue("rawInbound"));
    }

    private static JsonObject protocolOptions(Links.Server server) {
        return switch (server.protocol()) {
            case "vless" ->
                    new JsonObject()
                            .put("id", server.secret())
                            .put("encryption", "none")
                            .put("flow", server.isReality() ? "xtls-rprx-vision" : "");
            case "trojan" -> new JsonObject().put("password", server.secret());
            default ->
                    new JsonObject()
                            .put("method", Links.SS_METHOD)
                            .put("password", server.secret())
                            .put("uot", false)
                            .put("uotVersion", 1);
        };
    }

    private static JsonObject reality(Links.Server server) {
        return new JsonObject()
                .put("fingerprint", "chrome")
                .put("publicKey", server.publicKey())
                .put("shortId", server.shortId())
                .put("serverName", server.serverName())
                .put("spiderX", "")
                .putNull("mldsa65Verify");
    }

    private static JsonObject transportOptions(Links.Server server) {
        return server.isWebSocket()
                ? new JsonObject()
                        .put("host", "")
                        .put("path", server.path())
                        .putNull("headers")
                        .putNull("heartbeatPeriod")
                : new JsonObject().putNull("header");
    }
}
