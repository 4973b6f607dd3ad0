package io.cybervpn.application.identity;

import io.cybervpn.application.identity.port.RateLimits;
import io.cybervpn.application.identity.port.RateLimits.Rule;
import io.cybervpn.application.identity.port.RateLimits.Verdict;
import io.cybervpn.domain.identity.AccountId;
import io.cybervpn.domain.identity.SecurityEventType;
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
    private final SecurityTrail trail;

    @Inject
    Gate(RateLimits counters, AuthLimits limits, SecurityTrail trail) {
        this.counters = counters;
        this.limits = limits;
        this.trail = trail;
    }

    Uni<Verdict> registration(String address) {
        return take(rule("register-address", limits.registrationsPerAddress()), address);
    }

    /** Six digits are few: five attempts a minute, however many doors there are. */
    Uni<Verdict> secondFactor(AccountId account) {
        return take(rule("second-factor", SECOND_FACTORS_MAX), account.value().toString());
    }

    Uni<Verdict> renewal(String address) {
        return take(rule("refresh-address", limits.renewalsPerAddress()), address);
    }

    /** Proofs, codes and secrets that come from one address, right or wrong. */
    Uni<Verdict> proof(String address) {
        return take(rule("proof-address", limits.loginsPerAddress()), address);
    }

    /** Mails to one address, asked for from one address. Counts mail addresses that nobody has. */
    Uni<Verdict> mail(String address, String email) {
        return proof(address).chain(verdict -> mailTo(email, verdict));
    }

    private Uni<Verdict> mailTo(String email, Verdict soFar) {
        return switch (soFar) {
            case Verdict.Allowed() -> take(MAILS, email);
            case Verdict.Exceeded exceeded -> Uni.createFrom().item(exceeded);
        };
    }

    /** The account's counter counts e-mails without an account too: no difference to be seen. */
    Uni<Verdict> login(String address, String email) {
        return take(rule("login-address", limits.loginsPerAddress()), address)
                .chain(verdict -> loginTo(email, verdict));
    }

    private Uni<Verdict> loginTo(String email, Verdict soFar) {
        return switch (soFar) {
            case Verdict.Allowed() -> take(rule("login-account", limits.loginsPerAccount()), email);
            case Verdict.Exceeded exceeded -> Uni.createFrom().item(exceeded);
        };
    }

    private Uni<Verdict> take(Rule rule, String subject) {
        return counters.take(rule, subject).invoke(verdict -> tell(verdict, rule, subject));
    }

    private void tell(Verdict verdict, Rule rule, String subject) {
        switch (verdict) {
            case Verdict.Allowed() -> {}
            case Verdict.Exceeded _ ->
                    trail.noteUnknown(SecurityEventType.LIMITED, subject, rule.name());
        }
    }

    private static Rule rule(String name, int permits) {
        return new Rule(name, permits, AuthLimits.WINDOW);
    }
}
