package io.cybervpn.presentation.identity.rest;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Who wants to log in. */
@Schema(
        name = "Credentials",
        requiredProperties = {"email", "password"})
public record CredentialsJson(@Nullable String email, @Nullable String password) {
    @Override
    public String toString() {
        return "CredentialsJson[hidden]";
    }
}
