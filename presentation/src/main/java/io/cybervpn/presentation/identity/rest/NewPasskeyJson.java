package io.cybervpn.presentation.identity.rest;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A new passkey.
 *
 * @param name as its owner will call it
 */
@Schema(name = "NewPasskey")
public record NewPasskeyJson(
        @NotBlank @Size(max = 64) String name, @NotNull @Valid PasskeyAttestationJson credential) {}
