package io.cybervpn.presentation.renewal.rest;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What shall hold.
 *
 * @param version the one that was seen; 0 where there was none
 */
@Schema(name = "DunningPolicyRequest")
record DunningPolicyRequestJson(
        @Min(0) long version, @NotNull @Valid DunningPolicyJson.DaysJson days) {}
