package io.cybervpn.presentation.server.rest;

import io.cybervpn.application.server.ServerView;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What staff say of their work on a server.
 *
 * @param message for customers
 * @param expectedEndAt null when nobody knows
 */
@Schema(name = "Maintenance")
public record MaintenanceJson(
        String message, @Schema(nullable = true) @Nullable Instant expectedEndAt) {
    static @Nullable MaintenanceJson of(ServerView.State state) {
        return state.message()
                .map(text -> new MaintenanceJson(text, state.expectedEnd().orElse(null)))
                .orElse(null);
    }
}
