package io.cybervpn.presentation.identity.rest;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A browser that asks whether the bot has confirmed it. */
@Schema(
        name = "DeepLinkPoll",
        requiredProperties = {"code", "secret"})
public record DeepLinkPollJson(@Nullable String code, @Nullable String secret) {
    @Override
    public String toString() {
        return "DeepLinkPollJson[hidden]";
    }
}
