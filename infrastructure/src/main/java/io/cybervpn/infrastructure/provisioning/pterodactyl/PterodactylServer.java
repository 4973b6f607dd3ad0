package io.cybervpn.infrastructure.provisioning.pterodactyl;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.cybervpn.application.provisioning.port.PanelBusy;
import io.cybervpn.application.provisioning.port.PanelRefused;
import io.cybervpn.domain.catalogue.Resources;
import io.cybervpn.domain.provisioning.AccessId;
import io.cybervpn.domain.provisioning.PanelId;
import io.cybervpn.domain.provisioning.model.PanelState;
import io.cybervpn.domain.provisioning.model.PanelUser;
import io.cybervpn.domain.provisioning.model.PanelUsername;
import java.time.Duration;
import java.util.Optional;

/**
 * A server as the panel tells it.
 *
 * @param json its attributes
 */
record PterodactylServer(JsonNode json) {
    private static final Duration INSTALLING = Duration.ofSeconds(15);
    private static final Duration RESTORING = Duration.ofMinutes(1);
    private static final String SUSPENDED = "suspended";

    int id() {
        return json.path("id").asInt();
    }

    /** Whose it is; empty for one that is not ours. */
    Optional<AccessId> access() {
        return PanelUsername.accessOf(json.path("external_id").asText(""));
    }

    /** Fails while the panel is at work on it, and when it could not install it. */
    PterodactylServer ready() {
        return switch (json.path("status").asText("")) {
            case "installing" -> throw new PanelBusy("installing", INSTALLING);
            case "restoring_backup" -> throw new PanelBusy("restoring a backup", RESTORING);
            case "install_failed", "reinstall_failed" ->
                    throw new PanelRefused(
                            "the server could not be installed: look at server %d in the panel"
                                    .formatted(id()));
            default -> this;
        };
    }

    PanelState state(PterodactylPlaces places) {
        return PanelState.of(isSuspended(), places.groupsOf(json), resources());
    }

    boolean isSuspended() {
        return json.path("status").asText("").equals(SUSPENDED);
    }

    /** None for limits that we never give, such as those that are unlimited there. */
    private Resources resources() {
        JsonNode limits = json.path("limits");
        JsonNode features = json.path("feature_limits");
        boolean ours =
                limits.path("cpu").asInt() > 0
                        && limits.path("memory").asInt() > 0
                        && limits.path("disk").asInt() > 0;
        return ours
                ? new Resources.Machine(
                        limits.path("cpu").asInt(),
                        limits.path("memory").asInt(),
                        limits.path("disk").asInt(),
                        features.path("databases").asInt(),
                        features.path("backups").asInt(),
                        features.path("allocations").asInt())
                : Resources.none();
    }

    /** The same limits with other amounts: what staff set of swap, threads and such stays. */
    ObjectNode build(Resources.Machine machine) {
        ObjectNode build =
                PterodactylBodies.object().put("allocation", json.path("allocation").asInt());
        ObjectNode limits = build.putObject("limits");
        json.path("limits").properties().forEach(one -> limits.set(one.getKey(), one.getValue()));
        PterodactylBodies.fill(limits, build.putObject("feature_limits"), machine);
        return build;
    }

    PanelUser told(PanelId panel, String address) {
        String identifier = json.path("identifier").asText();
        return new PanelUser(
                panel, String.valueOf(id()), identifier, address + "/server/" + identifier, 0);
    }
}
