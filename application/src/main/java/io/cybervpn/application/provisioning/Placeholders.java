package io.cybervpn.application.provisioning;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * Configurations that connect nowhere and only have names to read: a client that got an error would
 * go on with its old servers and say nothing. Each is valid in its format. Pure.
 */
final class Placeholders {
    private static final String NOBODY = "00000000-0000-0000-0000-000000000000";
    private static final String NOWHERE = "0.0.0.0";
    private static final String CIPHER = "chacha20-ietf-poly1305";
    private static final String TEXT = "text/plain; charset=utf-8";
    private static final String YAML = "text/yaml; charset=utf-8";
    private static final String JSON = "application/json; charset=utf-8";

    private Placeholders() {}

    /**
     * In a format.
     *
     * @param names one or more lines to be read
     */
    static ConfigFile of(ConfigFormat format, List<String> names) {
        return switch (format) {
            case CLIENT, BASE64, V2RAY, HIDDIFY ->
                    file(TEXT, base64(each(names, "\n", Placeholders::vless)));
            case CLASH, STASH -> file(YAML, yaml(names, Placeholders::clashVless));
            case CLASSIC -> file(YAML, yaml(names, Placeholders::clashShadowsocks));
            case SINGBOX -> file(JSON, singBox(names));
            case JSON -> file(JSON, "[" + each(names, ",", Placeholders::xray) + "]");
            case OUTLINE -> file(TEXT, shadowsocks(names.getFirst()) + "\n");
        };
    }

    private static ConfigFile file(String type, String body) {
        return new ConfigFile(type, Map.of(), body);
    }

    private static String each(List<String> names, String between, UnaryOperator<String> text) {
        return names.stream().map(text).collect(Collectors.joining(between));
    }

    private static String vless(String name) {
        return "vless://%s@%s:1?encryption=none&type=tcp&security=none#%s"
                .formatted(NOBODY, NOWHERE, encoded(name));
    }

    private static String shadowsocks(String name) {
        return "ss://%s@%s:1#%s".formatted(base64(CIPHER + ":nobody"), NOWHERE, encoded(name));
    }

    private static String yaml(List<String> names, UnaryOperator<String> proxy) {
        return """
        mixed-port: 7890
        mode: rule
        proxies:
        %sproxy-groups:
          - name: VPN
            type: select
            proxies:
        %srules:
          - MATCH,VPN
        """
                .formatted(
                        each(names, "", proxy),
                        each(names, "", name -> "      - " + quoted(name) + "\n"));
    }

    private static String clashVless(String name) {
        return """
          - name: %s
            type: vless
            server: %s
            port: 1
            network: tcp
            udp: true
            uuid: %s
        """
                .formatted(quoted(name), NOWHERE, NOBODY)
                .indent(0);
    }

    private static String clashShadowsocks(String name) {
        return """
          - name: %s
            type: ss
            server: %s
            port: 1
            cipher: %s
            password: nobody
        """
                .formatted(quoted(name), NOWHERE, CIPHER)
                .indent(0);
    }

    private static String singBox(List<String> names) {
        return "{\"outbounds\":[{\"type\":\"selector\",\"tag\":\"VPN\",\"outbounds\":["
                + each(names, ",", Placeholders::quoted)
                + "]},"
                + each(
                        names,
                        ",",
                        name ->
                                "{\"type\":\"vless\",\"tag\":%s,\"server\":\"%s\",\"server_port\":1,\"uuid\":\"%s\"}"
                                        .formatted(quoted(name), NOWHERE, NOBODY))
                + "]}";
    }

    private static String xray(String name) {
        return """
        {"remarks":%s,"inbounds":[{"tag":"socks","port":10808,"listen":"127.0.0.1","protocol":"socks"}],\
        "outbounds":[{"tag":"proxy","protocol":"vless","settings":{"vnext":[{"address":"%s","port":1,\
        "users":[{"id":"%s","encryption":"none"}]}]},"streamSettings":{"network":"tcp","security":"none"}}]}"""
                .formatted(quoted(name), NOWHERE, NOBODY);
    }

    /** A string of JSON, which YAML reads too. */
    private static String quoted(String text) {
        StringBuilder quoted = new StringBuilder("\"");
        for (char c : text.toCharArray()) {
            if (c == '"' || c == '\\') {
                quoted.append('\\').append(c);
            } else {
                quoted.append(c < ' ' ? ' ' : c);
            }
        }
        return quoted.append('"').toString();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
