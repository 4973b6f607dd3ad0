package io.cybervpn.domain.identity.model;

import io.cybervpn.domain.identity.RegistrationFlaw;
import java.text.Normalizer;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * A password as somebody typed it, any Unicode. Compatible forms of one character are one, since
 * keyboards differ in them. Never stored, never printed.
 */
public record Password(String value) {
    /** Fewest characters (code points) of a new password. */
    public static final int LENGTH_MIN = 8;

    /** Most characters (code points) of a new password. */
    public static final int LENGTH_MAX = 128;

    /** Normalises. Any length goes: whether it may be chosen is asked by {@link #flaw}. */
    public Password {
        value = Normalizer.normalize(value, Normalizer.Form.NFKC);
    }

    /**
     * Why this may not be chosen as a password; empty when it may.
     *
     * @param known whether everybody who guesses tries it first
     */
    public Optional<RegistrationFlaw> flaw(Predicate<Password> known) {
        int length = value.codePointCount(0, value.length());
        if (length < LENGTH_MIN) {
            return Optional.of(RegistrationFlaw.PASSWORD_TOO_SHORT);
        }
        if (length > LENGTH_MAX) {
            return Optional.of(RegistrationFlaw.PASSWORD_TOO_LONG);
        }
        return known.test(this) ? Optional.of(RegistrationFlaw.PASSWORD_COMMON) : Optional.empty();
    }

    @Override
    public String toString() {
        return "Password[hidden]";
    }
}
