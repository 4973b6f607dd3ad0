package io.cybervpn.domain.identity.model;

import io.cybervpn.domain.identity.AccountId;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * A browser that waits for the bot to say who sits before it. The code goes through the link and
 * may be seen by others; the secret never leaves the browser.
 *
 * @param confirmedBy whose browser it is; empty as long as nobody has said so
 */
public record DeepLink(
        TokenHash code, TokenHash secret, Instant expiresAt, Optional<AccountId> confirmedBy) {
    /** How long somebody may take to open the bot. */
    public static final Duration LIFE = Duration.ofMinutes(5);

    /** What a browser gets that asks. */
    public sealed interface Asked {
        /** Not yet. */
        record Waiting() implements Asked {}

        /** It is his. The link is used up by this. */
        record Confirmed(AccountId account) implements Asked {}

        /** Too late, or another browser: which of them is not said. */
        record Gone() implements Asked {}
    }

    /** A new one. */
    public static DeepLink open(TokenHash code, TokenHash secret, Instant now) {
        return new DeepLink(code, secret, now.plus(LIFE), Optional.empty());
    }

    /** Decides what a browser gets. Pure. */
    public Asked ask(TokenHash presented, Instant now) {
        if (!isAlive(now) || !secret.equals(presented)) {
            return new Asked.Gone();
        }
        return confirmedBy.<Asked>map(Asked.Confirmed::new).orElseGet(Asked.Waiting::new);
    }

    /** Whether the bot may still say whose browser it is; it may do so once. */
    public boolean isOpen(Instant now) {
        return isAlive(now) && confirmedBy.isEmpty();
    }

    /** The same, once the bot has said whose browser it is. */
    public DeepLink confirmedBy(AccountId account) {
        return new DeepLink(code, secret, expiresAt, Optional.of(account));
    }

    private boolean isAlive(Instant now) {
        return now.isBefore(expiresAt);
    }
}
