package io.cybervpn.domain.identity.model;

import io.cybervpn.domain.identity.AccountId;
import io.cybervpn.domain.identity.EmailPurpose;
import java.time.Duration;
import java.time.Instant;

/**
 * A code of six digits that went to an address. An account has one for each purpose; a new one
 * replaces the old.
 *
 * @param email where it went
 * @param hash of the code, under a key that is not in the database: six digits would soon be found
 *     from a plain one
 * @param triesLeft how many wrong guesses it still bears
 */
public record EmailCode(Owner owner, Email email, String hash, int triesLeft, Instant expiresAt) {
    /** How long it is good. */
    public static final Duration LIFE = Duration.ofMinutes(10);

    /** How many guesses it bears. */
    public static final int TRIES = 5;

    /** Whose code it is, and what for. */
    public record Owner(AccountId account, EmailPurpose purpose) {}

    /** What a guess is worth. */
    public sealed interface Guess {
        /** It is the code, which is used up by this. */
        record Right() implements Guess {}

        /** It is not; the code has one try less. */
        record Wrong(EmailCode left) implements Guess {}

        /** There is nothing to guess any more. */
        record Dead() implements Guess {}
    }

    /** A code sent now. */
    public static EmailCode issue(Owner owner, Email email, String hash, Instant now) {
        return new EmailCode(owner, email, hash, TRIES, now.plus(LIFE));
    }

    /**
     * Decides. Pure.
     *
     * @param same whether what was typed has this hash
     */
    public Guess guess(boolean same, Instant now) {
        if (triesLeft < 1 || !now.isBefore(expiresAt)) {
            return new Guess.Dead();
        }
        return same
                ? new Guess.Right()
                : new Guess.Wrong(new EmailCode(owner, email, hash, triesLeft - 1, expiresAt));
    }
}
