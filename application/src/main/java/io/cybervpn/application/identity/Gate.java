package io.cybervpn.application.identity;

import io.cybervpn.application.identity.port.GuessLimits;
import io.cybervpn.application.identity.port.GuessLimits.Attempt;
import io.cybervpn.application.identity.port.GuessLimits.Guesser;
import io.cybervpn.application.identity.port.RateLimits;
import io.cybervpn.application.identity.port.RateLimits.Rule;
import io.cybervpn.application.identity.port.RateLimits.Verdict;
import io.cybervpn.application.shared.Origin;
import io.cybervpn.application.shared.Origins;
import io.cybervpn.domain.identity.AccountId;
import io.cybervpn.domain.identity.SecurityEventType;
import io.cybervpn.domain.identity.model.Email;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Locale;

/** Counts what comes to the doors of identity. */
@Singleton
final class Gate {
    /** Nobody's mailbox is filled by us, and nobody has more than 25 guesses an hour. */
    private static final Rule MAILS = new Rule("mail-email", 5, Duration.ofHours(1));

    private static final String PASSWORD = "password";
    private static final String SECOND_FACTOR = "second-factor";

    /** Two codes' worth: a code bears five guesses itself. */
    private static final int CODES_FREE = 10;

    /** A copy of everything is work, and nobody needs many. */
    private static final Rule EXPORTS = new Rule("export-account", 5, Duration.ofDays(1));

    private final RateLimits counters;
    private final GuessLimits guesses;
    private final AuthLimits limits;
    private final Origins origins;
    private final SecurityTrail trail;

    @Inject
    Gate(
            RateLimits counters,
            GuessLimits guesses,
            AuthLimits limits,
            Origins origins,
            SecurityTrail trail) {
        this.counters = counters;
        this.guesses = guesses;
        this.limits = limits;
        this.origins = origins;
        this.trail = trail;
    }

    /** What guesses at an e-mail are counted by, whether it is one or not. */
    static String subject(String typed) {
        return Email.parse(typed)
                .map(Email::value)
                .orElseGet(() -> typed.strip().toLowerCase(Locale.ROOT));
    }

    Uni<Verdict> registration(String address) {
        return take(rule("register-address", limits.registrationsPerAddress()), address);
    }

    /**
     * A second factor that somebody shows; call {@link #secondFactorRight} if it is right. Six
     * digits are few: whoever has the password may be wrong some hundred times a day.
     */
    Uni<Verdict> secondFactor(AccountId account) {
        return begin(guess(SECOND_FACTOR, account.value().toString()));
    }

    /** Outside of the unit of work. Never fails. */
    Uni<Void> secondFactorRight(AccountId account) {
        return guesses.right(guess(SECOND_FACTOR, account.value().toString()));
    }

    /**
     * A code by mail that somebody types; call {@link #codeRight} if it is right.
     *
     * @param subject the e-mail or the account, whether there is one or not
     */
    Uni<Verdict> code(String address, String subject) {
        return proof(address).chain(verdict -> begin(verdict, code(subject)));
    }

    /** Outside of the unit of work. Never fails. */
    Uni<Void> codeRight(String subject) {
        return guesses.right(code(subject));
    }

    private Attempt code(String subject) {
        return new Attempt(
                new GuessLimits.Rule("email-code", CODES_FREE, limits.failuresPerAddress()),
                subject,
                guesser());
    }

    Uni<Verdict> export(AccountId account) {
        return take(EXPORTS, account.value().toString());
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

    /**
     * A password that somebody types; call {@link #passwordRight} if it is right. E-mails without
     * an account count too: no difference to be seen.
     */
    Uni<Verdict> login(String address, String subject) {
        return take(rule("login-address", limits.loginsPerAddress()), address)
                .chain(verdict -> begin(verdict, guess(PASSWORD, subject)));
    }

    /** Outside of the unit of work. Never fails. */
    Uni<Void> passwordRight(String subject) {
        return guesses.right(guess(PASSWORD, subject));
    }

    /** Nobody had the time to look at it: no failure. */
    Uni<Void> passwordUnseen(String subject) {
        return guesses.undo(guess(PASSWORD, subject));
    }

    private Attempt guess(String name, String subject) {
        return new Attempt(
                new GuessLimits.Rule(
                        name, limits.failuresPerAccount(), limits.failuresPerAddress()),
                subject,
                guesser());
    }

    private Guesser guesser() {
        Origin origin = origins.current();
        return new Guesser(
                origin.address().orElse(""), origin.network().orElse(""), origin.device());
    }

    private Uni<Verdict> begin(Verdict soFar, Attempt attempt) {
        return switch (soFar) {
            case Verdict.Allowed() -> begin(attempt);
            case Verdict.Exceeded exceeded -> Uni.createFrom().item(exceeded);
        };
    }

    private Uni<Verdict> begin(Attempt attempt) {
        return guesses.begin(attempt)
                .invoke(verdict -> tell(verdict, attempt.rule().name(), attempt.subject()));
    }

    private Uni<Verdict> take(Rule rule, String subject) {
        return counters.take(rule, subject).invoke(verdict -> tell(verdict, rule.name(), subject));
    }

    private void tell(Verdict verdict, String name, String subject) {
        switch (verdict) {
            case Verdict.Allowed() -> {}
            case Verdict.Exceeded _ -> trail.noteUnknown(SecurityEventType.LIMITED, subject, name);
        }
    }

    private static Rule rule(String name, int permits) {
        return new Rule(name, permits, AuthLimits.WINDOW);
    }
}
