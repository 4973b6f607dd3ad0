package io.cybervpn.infrastructure.provisioning.proxmox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.cybervpn.application.provisioning.port.PanelUnavailable;
import io.cybervpn.infrastructure.provisioning.PanelConnection;
import io.cybervpn.infrastructure.provisioning.PanelGuard;
import io.cybervpn.infrastructure.provisioning.PanelWire;
import io.smallrye.mutiny.Uni;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.stream.Collectors;

/**
 * One cluster, by an API token. A call fails with {@link ProxmoxReply} when the cluster said no,
 * and with {@link PanelUnavailable} when it is not known what it did.
 */
class ProxmoxClient {
    private static final String SCHEME = "PVEAPIToken=";

    private final PanelConnection connection;
    private final PanelGuard guard;
    private final PanelWire<ProxmoxApi> wire;

    ProxmoxClient(PanelConnection connection, PanelGuard guard, ObjectMapper json) {
        this.connection = connection;
        this.guard = guard;
        this.wire = new PanelWire<>(ProxmoxApi.class, connection, new ProxmoxReplies(json));
    }

    /** Calls the cluster, never in a unit of work. */
    Uni<JsonNode> call(BiFunction<ProxmoxApi, String, Uni<ProxmoxAnswer>> action) {
        return guard.call(() -> action.apply(wire.api(), token()).map(ProxmoxAnswer::content));
    }

    private String token() {
        return SCHEME
                + connection
                        .secret(ProxmoxModules.TOKEN)
                        .orElseThrow(() -> new PanelUnavailable("the panel has no token yet"));
    }

    boolean isReady() {
        return connection.address().isPresent()
                && connection.secret(ProxmoxModules.TOKEN).isPresent();
    }

    /** Where people look at a machine. */
    String pageOf(int vmid) {
        String base = connection.address().map(URI::toString).orElse("");
        return (base.endsWith("/") ? base : base + "/") + "#v1:0:=qemu%2F" + vmid;
    }

    static String form(Map<String, String> fields) {
        return new TreeMap<>(fields)
                .entrySet().stream()
                        .map(one -> encoded(one.getKey()) + "=" + encoded(one.getValue()))
                        .collect(Collectors.joining("&"));
    }

    /** As the cluster keeps what has lines and blanks: encoded once more than the form is. */
    static String kept(String text) {
        return encoded(text).replace("+", "%20");
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /** Lets the connections go. */
    void close() {
        wire.close();
    }
}
