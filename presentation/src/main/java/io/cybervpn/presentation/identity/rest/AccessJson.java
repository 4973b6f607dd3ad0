package io.cybervpn.presentation.identity.rest;

import io.cybervpn.application.identity.AccessPass;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** An access token in the place of the one before; the refresh token stays as it is. */
@Schema(name = "AccessToken")
public record AccessJson(String accessToken, String tokenType, long expiresInSeconds) {
    static AccessJson of(AccessPass pass) {
        return new AccessJson(pass.access(), "Bearer", pass.accessLife().toSeconds());
    }

    @Override
    public String toString() {
        return "AccessJson[hidden]";
    }
}
