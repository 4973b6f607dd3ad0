package io.cybervpn.presentation.catalogue.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.cybervpn.application.catalogue.PlanDraft.ResourcesDraft;
import io.cybervpn.domain.catalogue.Resources;
import java.util.HashMap;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What a plan gives besides a VPN. A machine has all fields but the speeds, a line has the speeds.
 *
 * @param kind {@code machine} or {@code line}
 * @param cpuPercent 100 is one core
 * @param memoryMib memory in MiB
 * @param diskMib disk in MiB
 * @param databases that its customer may make
 * @param backups that its customer may keep
 * @param ports that its customer may have
 * @param downKbit speed to the customer in kilobits (1000 bits) a second
 * @param upKbit speed from the customer, the same way
 */
@Schema(
        name = "Resources",
        requiredProperties = {"kind"})
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ResourcesJson(
        @Schema(examples = "machine") @Nullable String kind,
        @Nullable Long cpuPercent,
        @Nullable Long memoryMib,
        @Nullable Long diskMib,
        @Nullable Long databases,
        @Nullable Long backups,
        @Nullable Long ports,
        @Nullable Long downKbit,
        @Nullable Long upKbit) {
    /** For an answer: null where there is nothing but a VPN. */
    public static @Nullable ResourcesJson of(Resources resources) {
        return switch (resources) {
            case Resources.None() -> null;
            case Resources.Machine machine -> machine(machine);
            case Resources.Line(var down, var up) ->
                    new ResourcesJson("line", null, null, null, null, null, null, down, up);
        };
    }

    private static ResourcesJson machine(Resources.Machine machine) {
        return new ResourcesJson(
                "machine",
                (long) machine.cpuPercent(),
                (long) machine.memoryMib(),
                (long) machine.diskMib(),
                (long) machine.databases(),
                (long) machine.backups(),
                (long) machine.ports(),
                null,
                null);
    }

    ResourcesDraft toDraft() {
        Map<String, Long> amounts = new HashMap<>();
        put(amounts, "cpuPercent", cpuPercent);
        put(amounts, "memoryMib", memoryMib);
        put(amounts, "diskMib", diskMib);
        put(amounts, "databases", databases);
        put(amounts, "backups", backups);
        put(amounts, "ports", ports);
        put(amounts, "downKbit", downKbit);
        put(amounts, "upKbit", upKbit);
        return new ResourcesDraft(Given.text(kind), amounts);
    }

    private static void put(Map<String, Long> amounts, String name, @Nullable Long amount) {
        if (amount != null) {
            amounts.put(name, amount);
        }
    }
}
