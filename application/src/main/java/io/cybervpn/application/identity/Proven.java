package io.cybervpn.application.identity;

import io.cybervpn.domain.identity.model.Account;
import java.time.Duration;

/** Whether somebody has shown that an account is his. */
sealed interface Proven {
    /** He has. */
    record Yes(Account account) implements Proven {}

    /** He has not. */
    record Not(ProofLack lack) implements Proven {}

    /** Too many of these. */
    record TooMany(Duration retryAfter) implements Proven {}
}
