package io.cybervpn.presentation.provisioning.rest;

import io.cybervpn.application.provisioning.DeviceView;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A device behind a subscription's link. All but the name is what its app says of itself.
 *
 * @param id of ours; the hardware id is not shown
 * @param name what the customer calls it
 * @param client name and version of its app
 */
@Schema(name = "Device")
public record DeviceJson(
        UUID id,
        @Schema(nullable = true) @Nullable String name,
        @Schema(nullable = true) @Nullable String platform,
        @Schema(nullable = true) @Nullable String osVersion,
        @Schema(nullable = true) @Nullable String model,
        @Schema(nullable = true) @Nullable String client,
        Instant firstSeenAt,
        Instant lastSeenAt) {
    static DeviceJson of(DeviceView view) {
        return new DeviceJson(
                view.id().value(),
                view.name().orElse(null),
                view.platform().orElse(null),
                view.osVersion().orElse(null),
                view.model().orElse(null),
                view.client().orElse(null),
                view.firstSeenAt(),
                view.lastSeenAt());
    }
}
