package io.cybervpn.infrastructure.provisioning.pterodactyl;

import io.cybervpn.domain.catalogue.Resources;
import io.cybervpn.domain.provisioning.model.PanelState;
import io.vertx.core.json.JsonObject;
import java.util.Set;

/** What the sandbox holds of a server, in our words. */
final class ServerStates {
    private ServerStates() {}

    static PanelState of(JsonObject server) {
        JsonObject limits = server.getJsonObject("limits");
        JsonObject features = server.getJsonObject("feature_limits");
        return PanelState.of(
                "suspended".equals(server.getString("status")),
                server.getInteger("egg") == 1 && server.getInteger("node") == 2
                        ? Set.of("Basic")
                        : Set.of("Pro"),
                new Resources.Machine(
                        limits.getInteger("cpu"),
                        limits.getInteger("memory"),
                        limits.getInteger("disk"),
                        features.getInteger("databases"),
                        features.getInteger("backups"),
                        features.getInteger("allocations")));
    }
}
