package io.cybervpn.infrastructure.provisioning.pterodactyl;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.cybervpn.application.provisioning.port.PanelUnavailable;
import io.cybervpn.infrastructure.provisioning.PanelConnection;
import io.cybervpn.infrastructure.provisioning.PanelGuard;
import io.cybervpn.infrastructure.provisioning.PanelWire;
import io.smallrye.mutiny.Uni;
import java.net.URI;
import java.util.Optional;
import java.util.function.BiFunction;

/**
 * One panel, by a key of its application API. A call fails with {@link PterodactylReply} when the
 * panel said no, and with {@link PanelUnavailable} when it is not known what it did.
 */
class PterodactylClient {
    private final PanelConnection connection;
    private final PanelGuard guard;
    private final PanelWire<PterodactylApi> wire;

    PterodactylClient(PanelConnection connection, PanelGuard guard, ObjectMapper json) {
        this.connection = connection;
        this.guard = guard;
        this.wire = new PanelWire<>(PterodactylApi.class, connection, new PterodactylReplies(json));
    }

    /** Calls the panel, never in a unit of work. */
    <T> Uni<T> call(BiFunction<PterodactylApi, String, Uni<T>> action) {
        return guard.call(() -> action.apply(wire.api(), key()));
    }

    /** Calls the panel for something that may not be there. */
    Uni<Optional<JsonNode>> find(BiFunction<PterodactylApi, String, Uni<JsonNode>> action) {
        return call(action)
                .map(PterodactylClient::attributes)
                .map(Optional::of)
                .onFailure(PterodactylClient::isMissing)
                .recoverWithItem(Optional.empty());
    }

    /** Calls the panel for one object. */
    Uni<JsonNode> one(BiFunction<PterodactylApi, String, Uni<JsonNode>> action) {
        return call(action).map(PterodactylClient::attributes);
    }

    static boolean isMissing(Throwable failure) {
        return failure instanceof PterodactylReply reply && reply.isMissing();
    }

    private static JsonNode attributes(JsonNode answer) {
        JsonNode attributes = answer.path("attributes");
        if (!attributes.path("id").isInt()) {
            throw new PanelUnavailable("the panel did not answer with an object");
        }
        return attributes;
    }

    private String key() {
        return "Bearer "
                + connection
                        .secret(PterodactylModules.TOKEN)
                        .orElseThrow(() -> new PanelUnavailable("the panel has no token yet"));
    }

    boolean isReady() {
        return connection.address().isPresent()
                && connection.secret(PterodactylModules.TOKEN).isPresent();
    }

    /** Where customers log in, without an end. */
    String address() {
        String url = connection.address().map(URI::toString).orElse("");
        return url.endsWith("/") ? url.substring(0, url.length() - 1) : url;
    }

    /** Lets the connections go. */
    void close() {
        wire.close();
    }
}
