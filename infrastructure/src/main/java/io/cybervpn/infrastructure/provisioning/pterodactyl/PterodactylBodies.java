package io.cybervpn.infrastructure.provisioning.pterodactyl;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.cybervpn.domain.catalogue.Resources;

/** What is sent. */
final class PterodactylBodies {
    /** The panel's own usual share of the disk's time. */
    private static final int IO = 500;

    /** Never reached: nobody's address is told to the panel. */
    private static final String MAIL_DOMAIN = "@cybervpn.invalid";

    private PterodactylBodies() {}

    static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }

    /** The user of an access, all fields of him: what is left out of a change is lost. */
    static ObjectNode user(String name) {
        return object().put("external_id", name)
                .put("username", name)
                .put("email", name + MAIL_DOMAIN)
                .put("first_name", "Customer")
                .put("last_name", name);
    }

    /**
     * A new server.
     *
     * @param egg with its variables, whose usual values are taken
     */
    static ObjectNode server(
            String name,
            int user,
            PterodactylPlace place,
            JsonNode egg,
            Resources.Machine machine) {
        ObjectNode server =
                object().put("external_id", name)
                        .put("name", name)
                        .put("user", user)
                        .put("egg", place.egg())
                        .put(
                                "docker_image",
                                place.image().orElse(egg.path("docker_image").asText()))
                        .put("startup", egg.path("startup").asText())
                        .put("start_on_completion", false);
        environment(server.putObject("environment"), place, egg);
        ObjectNode limits = server.putObject("limits").put("swap", 0).put("io", IO);
        fill(limits, server.putObject("feature_limits"), machine);
        ObjectNode deploy = server.putObject("deploy").put("dedicated_ip", false);
        place.locations().stream().sorted().forEach(deploy.putArray("locations")::add);
        deploy.putArray("port_range");
        return server;
    }

    private static void environment(ObjectNode target, PterodactylPlace place, JsonNode egg) {
        for (JsonNode variable : egg.path("relationships").path("variables").path("data")) {
            JsonNode told = variable.path("attributes");
            target.put(told.path("env_variable").asText(), told.path("default_value").asText(""));
        }
        place.environment().forEach(target::put);
    }

    static void fill(ObjectNode limits, ObjectNode features, Resources.Machine machine) {
        limits.put("cpu", machine.cpuPercent())
                .put("memory", machine.memoryMib())
                .put("disk", machine.diskMib());
        features.put("databases", machine.databases())
                .put("backups", machine.backups())
                .put("allocations", machine.ports());
    }
}
