package io.cybervpn.presentation.provisioning.rest;

import io.cybervpn.application.provisioning.port.ServiceDoor;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * The way in to what a subscription gives.
 *
 * @param url of a page to log in at; null if there is none
 * @param login the name to log in with; null if there is none
 * @param address of the thing itself, such as the IP address of a server; null if it has none
 * @param resettable whether another password can be asked for
 */
@Schema(name = "ServiceDoor")
public record ServiceDoorJson(
        @Schema(nullable = true) @Nullable String url,
        @Schema(nullable = true) @Nullable String login,
        @Schema(nullable = true) @Nullable String address,
        boolean resettable) {
    static ServiceDoorJson of(ServiceDoor door) {
        return new ServiceDoorJson(
                door.url().orElse(null),
                door.login().orElse(null),
                door.address().orElse(null),
                door.resettable());
    }
}
