package io.cybervpn.presentation.identity.rest;

import java.net.URI;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A login that waits for the bot.
 *
 * @param url opens the bot with the code; as a link or as a QR code
 * @param secret keep it in the browser; with the code it asks for the login
 * @param pollAfterSeconds how long to wait before each question
 */
@Schema(name = "DeepLink")
public record DeepLinkJson(
        String code, String secret, URI url, Instant expiresAt, int pollAfterSeconds) {
    @Override
    public String toString() {
        return "DeepLinkJson[hidden]";
    }
}
