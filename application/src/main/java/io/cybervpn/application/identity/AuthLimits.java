package io.cybervpn.application.identity;

import java.time.Duration;

/**
 * How many attempts are let through, per minute.
 *
 * @param registrationsPerAddress new accounts from one address
 * @param loginsPerAddress logins from one address, right or wrong
 * @param loginsPerAccount logins to one account from anywhere, right or wrong
 * @param renewalsPerAddress renewals of tokens from one address
 */
public record AuthLimits(
        int registrationsPerAddress,
        int loginsPerAddress,
        int loginsPerAccount,
        int renewalsPerAddress) {
    static final Duration WINDOW = Duration.ofMinutes(1);
}
