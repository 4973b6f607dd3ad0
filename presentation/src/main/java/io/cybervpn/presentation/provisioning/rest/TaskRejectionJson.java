package io.cybervpn.presentation.provisioning.rest;

import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * That something cannot be done.
 *
 * @param version of the task that was looked at
 * @param reason for other staff, 3 characters or more
 */
@Schema(name = "StaffTaskRejection")
public record TaskRejectionJson(
        @NotNull @Min(1) Long version, @NotNull @Size(max = 500) String reason) {}
