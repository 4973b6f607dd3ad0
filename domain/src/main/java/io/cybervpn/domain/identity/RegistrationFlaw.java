package io.cybervpn.domain.identity;

/** What can be wrong with a registration, apart from the e-mail being taken. */
public enum RegistrationFlaw {
    /** Not an e-mail address. */
    EMAIL_INVALID,
    /** The password has fewer than 8 characters. */
    PASSWORD_TOO_SHORT,
    /** The password has more than 128 characters. */
    PASSWORD_TOO_LONG,
    /** Everybody who guesses tries this password first. */
    PASSWORD_COMMON,
    /** The locale is not a well-formed language tag. */
    LOCALE_INVALID
}
