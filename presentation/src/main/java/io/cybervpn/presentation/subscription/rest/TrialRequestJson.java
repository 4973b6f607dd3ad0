package io.cybervpn.presentation.subscription.rest;

import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * The wish for a trial.
 *
 * @param deviceId what the device calls itself, so that it has one trial only; may be left out
 */
@Schema(name = "TrialRequest")
record TrialRequestJson(
        @Schema(nullable = true) @Size(min = 1, max = 200) @Nullable String deviceId) {}
