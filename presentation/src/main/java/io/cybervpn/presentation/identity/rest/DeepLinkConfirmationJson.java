package io.cybervpn.presentation.identity.rest;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * The bot's word for a waiting browser.
 *
 * @param code what stood after {@code login_} in the bot's start parameter
 * @param user who opened the bot with it and wants to log in
 */
@Schema(
        name = "DeepLinkConfirmation",
        requiredProperties = {"code", "user"})
public record DeepLinkConfirmationJson(@Nullable String code, @Nullable TelegramUserJson user) {
    @Override
    public String toString() {
        return "DeepLinkConfirmationJson[hidden]";
    }
}
