package io.cybervpn.domain.identity;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * What concerns the security of accounts (ASVS 16.3). Credentials changed are on the audit trail.
 */
public enum SecurityEventType {
    /** A session was opened. */
    LOGGED_IN,
    /** A wrong password, of an account or of an e-mail that has none. */
    LOGIN_FAILED,
    /** A wrong second factor. */
    SECOND_FACTOR_FAILED,
    /** A passkey's counter went back: there are two of it. */
    PASSKEY_COPIED,
    /** Somebody else's word, such as Telegram's, that is worth nothing. */
    PROOF_REFUSED,
    /** The session was ended by its owner. */
    LOGGED_OUT,
    /** A refresh token came back after its use; the session was ended. */
    REFRESH_TOKEN_REUSED,
    /** A call without the right for it. */
    FORBIDDEN,
    /** An API key that opens nothing: unknown, forged, ended, or shown from elsewhere. */
    KEY_REFUSED,
    /** A code by mail was guessed at too often. */
    CODE_EXHAUSTED,
    /** More attempts or calls than are let through. */
    LIMITED;

    /** The one of this code; empty for none. */
    public static Optional<SecurityEventType> find(String code) {
        return Arrays.stream(values()).filter(type -> type.code().equals(code)).findFirst();
    }

    /** As the API and the database call it. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
