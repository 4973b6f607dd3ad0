package io.cybervpn.presentation.server.rest;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What to say of the work on a server.
 *
 * @param message for customers; not blank
 * @param expectedEndAt null when nobody knows
 * @param announce whether customers who use it are told by themselves
 */
@Schema(name = "MaintenanceRequest")
record MaintenanceRequestJson(
        @NotNull @Size(max = 500) String message,
        @Schema(nullable = true) @Nullable Instant expectedEndAt,
        boolean announce) {}
