package io.cybervpn.presentation.identity.rest;

import io.cybervpn.domain.identity.TelegramUser;
import io.cybervpn.presentation.shared.rest.Problem;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Who wrote to the bot.
 *
 * @param telegramId positive, at most 52 bits
 * @param languageCode of his client, as Telegram spells it
 */
@Schema(
        name = "TelegramUser",
        requiredProperties = {"telegramId"})
public record TelegramUserJson(
        @Nullable Long telegramId,
        @Schema(nullable = true) @Nullable String firstName,
        @Schema(nullable = true) @Nullable String username,
        @Schema(nullable = true) @Nullable String languageCode) {
    private static final int NAME_LENGTH_MAX = 256;

    /** Names that nobody has are dropped; they are only shown. */
    TelegramUser toUser() {
        if (telegramId == null || !TelegramUser.isId(telegramId)) {
            throw Problem.invalid("/telegramId", "invalid", "This is no id of a user.")
                    .asException();
        }
        return new TelegramUser(telegramId, shown(firstName), shown(username), shown(languageCode));
    }

    private static Optional<String> shown(@Nullable String text) {
        return Optional.ofNullable(text)
                .filter(some -> !some.isBlank() && some.length() <= NAME_LENGTH_MAX)
                .filter(some -> some.indexOf('\0') < 0);
    }
}
