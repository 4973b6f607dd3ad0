package io.cybervpn.presentation.appstore.rest;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Which plan a product stands for from now on.
 *
 * @param days for purchases without an end of their own
 */
@Schema(name = "StoreProductInput")
public record StoreProductInputJson(
        @NotNull UUID planId, @Schema(nullable = true) @Min(1) @Max(3650) @Nullable Integer days) {}
