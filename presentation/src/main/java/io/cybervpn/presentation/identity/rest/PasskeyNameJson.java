package io.cybervpn.presentation.identity.rest;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Another name for a passkey. */
@Schema(name = "PasskeyName")
public record PasskeyNameJson(@NotBlank @Size(max = 64) String name) {}
