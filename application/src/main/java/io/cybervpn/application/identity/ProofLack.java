package io.cybervpn.application.identity;

/** What somebody did not show who says that an account is his. */
public enum ProofLack {
    /** The password. */
    PASSWORD,
    /** That he has just logged in, or a proof of Telegram. */
    FRESH_LOGIN,
    /** A password of the second factor. */
    SECOND_FACTOR
}
