package io.cybervpn.sandbox.panel;

import io.cybervpn.sandbox.http.Answer;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.stream.Collectors;

/** The formats of a subscription, filled into the panel's default templates. */
final class Formats {

    private Formats() {}

    /** By the name that the response rules use. */
    static Answer of(String type, List<Links.Server> servers) {
        return switch (type) {
            case "MIHOMO" -> yaml("mihomo.yaml", servers, true);
            case "STASH" -> yaml("stash.yaml", servers, true);
            case "CLASH" -> yaml("clash.yaml", withoutReality(servers), false);
            case "SINGBOX" -> Answer.json(200, singBox(servers));
            case "XRAY_JSON" -> Answer.json(200, xray(servers));
            default -> Answer.text(200, "text/plain; charset=utf-8", base64(servers));
        };
    }

    private static String base64(List<Links.Server> servers) {
        return Links.base64(servers.stream().map(Links::of).collect(Collectors.joining("\n")));
    }

    /** The old Clash core knows no VLESS. */
    private static List<Links.Server> withoutReality(List<Links.Server> servers) {
        return servers.stream().filter(server -> !server.protocol().equals("vless")).toList();
    }

    private static Answer yaml(String template, List<Links.Server> servers, boolean modern) {
        String proxies =
                servers.stream()
                        .map(server -> proxy(server, modern))
                        .collect(Collectors.joining("\n"));
        String names =
                servers.stream()
                        .map(server -> "      - " + quoted(server.name()))
                        .collect(Collectors.joining("\n"));
        String text =
                Resources.text(template)
                        .replace("{{PROXIES}}", proxies)
                        .replace("{{NAMES}}", names);
        return Answer.text(200, "text/yaml; charset=utf-8", text);
    }

    private static String proxy(Links.Server server, boolean modern) {
        StringBuilder yaml = new StringBuilder("  - name: ").append(quoted(server.name()));
        String type = server.protocol().equals("shadowsocks") ? "ss" : server.protocol();
        line(yaml, "type", type);
        line(yaml, "server", server.address());
        line(yaml, "port", server.port());
        line(yaml, "network", server.network());
        line(yaml, "udp", true);
        switch (server.protocol()) {
            case "vless" -> vless(yaml, server);
            case "trojan" -> trojan(yaml, server);
            default -> shadowsocks(yaml, server, modern);
        }
        line(yaml, "client-fingerprint", "chrome");
        return yaml.toString();
    }

    private static void vless(StringBuilder yaml, Links.Server server) {
        line(yaml, "uuid", server.secret());
        line(yaml, "packet-encoding", "xudp");
        if (server.isReality()) {
            line(yaml, "flow", "xtls-rprx-vision");
            line(yaml, "tls", true);
            line(yaml, "servername", server.serverName());
            yaml.append("\n    reality-opts:");
            line(yaml, "  public-key", server.publicKey());
            line(yaml, "  short-id", server.shortId());
        }
    }

    private static void trojan(StringBuilder yaml, Links.Server server) {
        line(yaml, "password", server.secret());
        if (server.isWebSocket()) {
            yaml.append("\n    ws-opts:");
            line(yaml, "  path", server.path());
            line(yaml, "  headers", "{}");
        }
    }

    private static void shadowsocks(StringBuilder yaml, Links.Server server, boolean modern) {
        line(yaml, "password", server.secret());
        line(yaml, "cipher", Links.SS_METHOD);
        if (modern) {
            line(yaml, "udp-over-tcp", false);
            line(yaml, "udp-over-tcp-version", 1);
        }
    }

    private static void line(StringBuilder yaml, String key, Object value) {
        yaml.append("\n    ").append(key).append(": ").append(value);
    }

    private static String quoted(String name) {
        boolean plain = name.matches("[\\p{L}\\p{So}→][^:#'\"]*");
        return plain ? name : "'" + name.replace("'", "''") + "'";
    }

    private static JsonObject singBox(List<Links.Server> servers) {
        JsonObject config = Resources.json("singbox.json");
        JsonArray outbounds = config.getJsonArray("outbounds");
        JsonArray names = outbounds.getJsonObject(0).getJsonArray("outbounds");
        for (Links.Server server : servers) {
            names.add(server.name());
            outbounds.add(singBoxOutbound(server));
        }
        return config;
    }

    private static JsonObject singBoxOutbound(Links.Server server) {
        JsonObject outbound =
                new JsonObject()
                        .put("type", server.protocol())
                        .put("tag", server.name())
                        .put("server", server.address())
                        .put("server_port", server.port());
        return switch (server.protocol()) {
            case "vless" -> singBoxVless(outbound.put("uuid", server.secret()), server);
            case "trojan" -> singBoxTrojan(outbound.put("password", server.secret()), server);
            default -> outbound.put("password", server.secret()).put("method", Links.SS_METHOD);
        };
    }

    private static JsonObject singBoxVless(JsonObject outbound, Links.Server server) {
        if (!server.isReality()) {
            return outbound;
        }
        JsonObject reality =
                new JsonObject()
                        .put("enabled", true)
                        .put("public_key", server.publicKey())
                        .put("short_id", server.shortId());
        JsonObject fingerprint = new JsonObject().put("enabled", true).put("fingerprint", "chrome");
        return outbound.put("flow", "xtls-rprx-vision")
                .put(
                        "tls",
                        new JsonObject()
                                .put("enabled", true)
                                .put("reality", reality)
                                .put("server_name", server.serverName())
                                .put("utls", fingerprint));
    }

    private static JsonObject singBoxTrojan(JsonObject outbound, Links.Server server) {
        return server.isWebSocket()
                ? outbound.put(
                        "transport", new JsonObject().put("type", "ws").put("path", server.path()))
                : outbound;
    }

    private static JsonArray xray(List<Links.Server> servers) {
        JsonArray configs = new JsonArray();
        for (Links.Server server : servers) {
            JsonObject config = Resources.json("xray.json");
            JsonArray outbounds = new JsonArray().add(XrayOutbound.of(server));
            outbounds.addAll(config.getJsonArray("outbounds"));
            configs.add(config.put("outbounds", outbounds).put("remarks", server.name()));
        }
        return configs;
    }
}
