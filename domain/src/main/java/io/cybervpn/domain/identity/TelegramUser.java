package io.cybervpn.domain.identity;

import java.util.Optional;

/**
 * Somebody as Telegram knows him. Names are what he calls himself: show them, never trust them.
 *
 * @param id the only thing that stays; positive and at most 52 bits, as Telegram promises
 * @param languageCode of his client, an IETF tag as Telegram spells it
 */
public record TelegramUser(
        long id,
        Optional<String> firstName,
        Optional<String> username,
        Optional<String> languageCode) {
    /** The greatest id that Telegram may ever give out. */
    public static final long ID_MAX = (1L << 52) - 1;

    /** Refuses an id that Telegram never gives out. */
    public TelegramUser {
        if (!isId(id)) {
            throw new IllegalArgumentException("not an id of a Telegram user: " + id);
        }
    }

    /** Whether a number can be somebody's id. */
    public static boolean isId(long number) {
        return number > 0 && number <= ID_MAX;
    }

    @Override
    public String toString() {
        return "TelegramUser[" + id + "]";
    }
}
