package io.cybervpn.presentation.provisioning.rest;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What a device is to be called.
 *
 * @param name 1 to 64 characters
 */
@Schema(name = "DeviceName")
public record DeviceNameJson(@NotBlank @Size(max = 64) String name) {}
