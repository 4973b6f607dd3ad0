package io.cybervpn.sandbox.panel;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.spec.NamedParameterSpec;
import java.security.spec.XECPrivateKeySpec;
import java.security.spec.XECPublicKeySpec;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.KeyAgreement;

/**
 * Share links of one server: {@code vless://}, {@code trojan://}, {@code ss://}, in the panel's
 * order of parameters.
 */
final class Links {

    static final String SS_METHOD = "chacha20-ietf-poly1305";

    private static final String NOBODY = "00000000-0000-0000-0000-000000000000";

    private Links() {}

    static String of(Server server) {
        String tail = "@" + server.address() + ":" + server.port();
        return switch (server.protocol()) {
            case "vless" ->
                    "vless://" + server.secret() + tail + "?" + vless(server) + name(server);
            case "trojan" ->
                    "trojan://" + server.secret() + tail + "?" + transport(server) + name(server);
            default -> "ss://" + base64(SS_METHOD + ":" + server.secret()) + tail + name(server);
        };
    }

    private static String vless(Server server) {
        if (!server.isReality()) {
            return "encryption=none&" + transport(server);
        }
        return "encryption=none&flow=xtls-rprx-vision&type=tcp&security=reality&sni="
                + server.serverName()
                + "&fp=chrome&pbk="
                + server.publicKey()
                + "&sid="
                + server.shortId();
    }

    private static String transport(Server server) {
        String path = server.isWebSocket() ? "&path=" + encode(server.path()) : "";
        return "type=" + server.network() + path + "&security=none";
    }

    private static String name(Server server) {
        return "#" + encode(server.name());
    }

    /** As JavaScript's encodeURIComponent, for the texts that occur here. */
    static String encode(String text) {
        return java.net.URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    /** A server that nobody can use; only its name matters. */
    static Server placeholder(String remark) {
        return new Server(
                remark,
                new JsonObject().put("address", "0.0.0.0").put("port", 1),
                new JsonObject(),
                NOBODY);
    }

    /**
     * A server as a client sees it.
     *
     * @param name of the host, with its placeholders filled in
     * @param host as the panel keeps it
     * @param inbound as the panel keeps it; empty for a placeholder
     * @param secret the user's uuid or password for this protocol
     */
    record Server(String name, JsonObject host, JsonObject inbound, String secret) {

        String protocol() {
            return inbound.getString("type", "vless");
        }

        String address() {
            return host.getString("address");
        }

        int port() {
            return host.getInteger("port");
        }

        String network() {
            return Optional.ofNullable(inbound.getString("network")).orElse("tcp");
        }

        boolean isReality() {
            return "reality".equals(inbound.getString("security"));
        }

        boolean isWebSocket() {
            return network().equals("ws");
        }

        String path() {
            return Optional.ofNullable(host.getString("path"))
                    .orElseGet(
                            () ->
                                    stream()
                                            .getJsonObject("wsSettings", new JsonObject())
                                            .getString("path", "/"));
        }

        String serverName() {
            return first(reality().getJsonArray("serverNames"));
        }

        String shortId() {
            return first(reality().getJsonArray("shortIds"));
        }

        String publicKey() {
            return publicKeyOf(reality().getString("privateKey", ""));
        }

        private static String first(JsonArray values) {
            return values.getString(0);
        }

        private JsonObject reality() {
            return stream().getJsonObject("realitySettings");
        }

        private JsonObject stream() {
            return inbound.getJsonObject("rawInbound")
                    .getJsonObject("streamSettings", new JsonObject());
        }
    }

    /** The X25519 public key; for the dummy keys of the records their dummy public key. */
    static String publicKeyOf(String privateKey) {
        if (privateKey.length() != 43) {
            return privateKey.replace("Private", "Public");
        }
        try {
            byte[] scalar = Base64.getUrlDecoder().decode(privateKey);
            KeyFactory keys = KeyFactory.getInstance("X25519");
            KeyAgreement agreement = KeyAgreement.getInstance("X25519");
            agreement.init(
                    keys.generatePrivate(new XECPrivateKeySpec(NamedParameterSpec.X25519, scalar)));
            // Agreeing with the base point yields the public key itself.
            BigInteger base = BigInteger.valueOf(9);
            agreement.doPhase(
                    keys.generatePublic(new XECPublicKeySpec(NamedParameterSpec.X25519, base)),
                    true);
            return Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString(agreement.generateSecret());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has X25519", e);
        }
    }
}
