package io.cybervpn.application.identity;

import io.cybervpn.application.identity.port.RateLimits;
import io.cybervpn.application.identity.port.RateLimits.Rule;
import io.cybervpn.application.identity.port.RateLimits.Verdict;
import io.cybervpn.domain.identity.AccountId;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;

/** Counts what comes to the doors of identity. */
@Singleton
final class Gate {
    /** Nobody's mailbox is filled by us, and nobody has more than 25 guesses an hour. */
    private static final Rule MAILS = new Rule("mail-email", 5, Duration.ofHours(1));

    private static final int SECOND_FACTORS_MAX = 5;

    private final RateLimits counters;
    private final AuthLimits limits;

    @Inject
    Gate(RateLimits counters, AuthLimits limits) {
        this.counters = counters;
        this.limits = limits;
    }

    Uni<Verdict> registration(String address) {
        return counters.take(rule("register-address", limits.registrationsPerAddress()), address);
    }

    /** Six digits are few: five attempts a minute, however many doors there are. */
    Uni<Verdict> secondFactor(AccountId account) {
        return counters.take(rule("second-factor", SECOND_FACTORS_MAX), account.value().toString());
    }

    Uni<Verdict> renewal(String address) {
        return counters.take(rule("refresh-address", limits.renewalsPerAddress()), address);
    }

    /** Proofs, codes and secrets that come from one address, right or wrong. */
    Uni<Verdict> proof(String address) {
        return counters.take(rule("proof-address", limits.loginsPerAddress()), address);
    }

    /** Mails to one address, asked for from one address. Counts mail addresses that nobody has. */
    Uni<Verdict> mail(String address, String email) {
        return proof(address).chain(verdict -> mailTo(email, verdict));
    }

    private Uni<Verdict> mailTo(String email, Verdict soFar) {
        return switch (soFar) {
            case Verdict.Allowed() -> counters.take(MAILS, email);
            case Verdict.Exceeded exceeded -> Uni.createFrom().item(exceeded);
        };
    }

    /** The account's counter counts e-mails without an account too: no difference to be seen. */
    Uni<Verdict> login(String address, String email) {
        return counters.take(rule("login-address", limits.loginsPerAddress()), address)
                .chain(verdict -> loginTo(email, verdict));
    }

    private Uni<Verdict> loginTo(String email, Verdict soFar) {
        return switch (soFar) {
            case Verdict.Allowed() ->
                    counters.take(rule("login-account", limits.loginsPerAccount()), email);
            case Verdict.Exceeded exceeded -> Uni.createFrom().item(exceeded);
        };
    }

    private static Rule rule(String name, int permits) {
        return new Rule(name, permits, AuthLimits.WINDOW);
    }
}
