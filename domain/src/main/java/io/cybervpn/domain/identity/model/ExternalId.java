package io.cybervpn.domain.identity.model;

import io.cybervpn.domain.identity.TelegramUser;

/**
 * Who somebody is elsewhere. Two of the same are the same person, as that other side promises.
 *
 * @param provider who says so: a short name of ours, such as {@code telegram}
 * @param subject by which that side knows him for good, 1 to 255 characters
 */
public record ExternalId(String provider, String subject) {
    /** The provider of Telegram's users; their subject is the decimal id. */
    public static final String TELEGRAM = "telegram";

    private static final int SUBJECT_LENGTH_MAX = 255;

    /** Refuses what no provider is called and what nobody is known by. */
    public ExternalId {
        if (!isProvider(provider)) {
            throw new IllegalArgumentException("not a provider: " + provider);
        }
        if (subject.isEmpty() || subject.length() > SUBJECT_LENGTH_MAX) {
            throw new IllegalArgumentException("nobody is known by such a subject");
        }
    }

    /** Whether a provider may be called so. */
    public static boolean isProvider(String name) {
        return name.matches("[a-z0-9_-]{1,32}");
    }

    /** A user of Telegram. */
    public static ExternalId of(TelegramUser user) {
        return telegram(user.id());
    }

    /** A user of Telegram by his id. */
    public static ExternalId telegram(long id) {
        return new ExternalId(TELEGRAM, Long.toString(id));
    }
}
