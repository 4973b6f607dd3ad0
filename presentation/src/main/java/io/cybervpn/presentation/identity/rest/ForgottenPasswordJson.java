package io.cybervpn.presentation.identity.rest;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Whose password is forgotten. */
@Schema(
        name = "ForgottenPassword",
        requiredProperties = {"email"})
public record ForgottenPasswordJson(@Nullable String email) {}
