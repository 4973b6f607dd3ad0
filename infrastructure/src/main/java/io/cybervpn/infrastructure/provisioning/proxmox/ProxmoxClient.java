package io.cybervpn.infrastructure.provisioning.proxmox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.cybervpn.application.provisioning.port.PanelUnavailable;
import io.cybervpn.infrastructure.provisioning.PanelConnection;
import io.cybervpn.infrastructure.provisioning.PanelGuard;
import io.quarkus.rest.client.reactive.QuarkusRestClientBuilder;
import io.smallrye.mutiny.Uni;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
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
    private final ObjectMapper json;
    private volatile Optional<ProxmoxApi> api = Optional.empty();

    ProxmoxClient(PanelConnection connection, PanelGuard guard, ObjectMapper json) {
        this.connection = connection;
        this.guard = guard;
        this.json = json;
    }

    /** Calls the cluster, never in a unit of work. */
    Uni<JsonNode> call(BiFunction<ProxmoxApi, String, Uni<ProxmoxAnswer>> action) {
        return guard.call(() -> action.apply(connected(), token()).map(ProxmoxAnswer::content));
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

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private ProxmoxApi connected() {
        return api.orElseGet(this::connect);
    }

    private synchronized ProxmoxApi connect() {
        ProxmoxApi made = api.orElseGet(this::build);
        api = Optional.of(made);
        return made;
    }

    private ProxmoxApi build() {
        URI url =
                connection
                        .address()
                        .orElseThrow(() -> new PanelUnavailable("the panel has no address yet"));
        return QuarkusRestClientBuilder.newBuilder()
                .baseUri(url)
                .connectTimeout(connection.timeout().toMillis(), TimeUnit.MILLISECONDS)
                .readTimeout(connection.timeout().toMillis(), TimeUnit.MILLISECONDS)
                .disableDefaultMapper(true)
                .register(new ProxmoxReplies(json))
                .build(ProxmoxApi.class);
    }

    /** Lets the connections go. */
    synchronized void close() {
        if (api.orElse(null) instanceof Closeable open) {
            try {
                open.close();
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
        }
    }
}
