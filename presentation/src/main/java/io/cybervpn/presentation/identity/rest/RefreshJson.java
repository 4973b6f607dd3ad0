package io.cybervpn.presentation.identity.rest;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A refresh token, to be renewed or given back. */
@Schema(
        name = "Refresh",
        requiredProperties = {"refreshToken"})
public record RefreshJson(@Nullable String refreshToken) {
    @Override
    public String toString() {
        return "RefreshJson[hidden]";
    }
}
