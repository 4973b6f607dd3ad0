package io.cybervpn.presentation.renewal.rest;

import io.cybervpn.presentation.shared.rest.MoneyJson;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Switches it on or off; for on, all of the rest is needed.
 *
 * @param method {@code wallet}, or that of a saved method, such as {@code saved:0191…}
 * @param shownPrice the price that the customer saw; its currency is what is taken
 * @param consentVersion of the words that he agreed to
 */
@Schema(name = "AutoRenewRequest")
record AutoRenewRequestJson(
        @NotNull @Nullable Boolean enabled,
        @Size(min = 1, max = 60) @Schema(nullable = true, examples = "wallet")
                @Nullable String method,
        @Min(1) @Max(3650) @Schema(nullable = true, examples = "30") @Nullable Integer termDays,
        @Valid @Schema(nullable = true) @Nullable MoneyJson shownPrice,
        @Size(min = 1, max = 40) @Schema(nullable = true, examples = "2026-11")
                @Nullable String consentVersion) {}
