package io.cybervpn.presentation.identity.rest;

import io.cybervpn.application.identity.BeginOAuth.Result.Begun;
import java.net.URI;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * The way to an identity provider.
 *
 * @param authorizationUrl to go to
 * @param state comes back in the query; another one is not ours
 * @param secret to be kept in this browser or device, and to be brought back with the code
 */
@Schema(name = "OAuthStarted")
public record OAuthStartedJson(
        URI authorizationUrl, String state, String secret, Instant expiresAt) {
    static OAuthStartedJson of(Begun begun) {
        return new OAuthStartedJson(begun.url(), begun.state(), begun.secret(), begun.expiresAt());
    }

    @Override
    public String toString() {
        return "OAuthStartedJson[hidden]";
    }
}
