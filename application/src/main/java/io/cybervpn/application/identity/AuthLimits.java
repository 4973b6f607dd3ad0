package io.cybervpn.application.identity;

import java.time.Duration;

/**
 * How many attempts are let through: per minute, but for failures, which are remembered longer and
 * make the next attempt wait.
 *
 * @param registrationsPerAddress new accounts from one address
 * @param loginsPerAddress logins from one address, right or wrong
 * @param failuresPerAccount wrong guesses at one account that make nobody wait
 * @param failuresPerAddress the same for strangers of one address and all accounts
 * @param renewalsPerAddress renewals of tokens from one address
 */
public record AuthLimits(
        int registrationsPerAddress,
        int loginsPerAddress,
        int failuresPerAccount,
        int failuresPerAddress,
        int renewalsPerAddress) {
    static final Duration WINDOW = Duration.ofMinutes(1);
}
