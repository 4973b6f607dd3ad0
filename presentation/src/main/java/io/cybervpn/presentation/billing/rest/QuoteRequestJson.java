package io.cybervpn.presentation.billing.rest;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What is to be priced. */
@Schema(name = "QuoteRequest")
record QuoteRequestJson(
        @NotNull UUID planId,
        @Min(1) @Max(3650) @Schema(examples = "30") int termDays,
        @NotNull @Schema(examples = "RUB") String currency) {}
