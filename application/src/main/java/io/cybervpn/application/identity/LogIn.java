package io.cybervpn.application.identity;

import io.cybervpn.application.identity.port.LoginChallenges;
import io.cybervpn.application.identity.port.PasswordHasher;
import io.cybervpn.application.identity.port.PasswordHasher.Hashed;
import io.cybervpn.application.identity.port.PasswordHasher.Verified;
import io.cybervpn.application.identity.port.RateLimits.Verdict;
import io.cybervpn.application.shared.UnitOfWork;
import io.cybervpn.domain.identity.Client;
import io.cybervpn.domain.identity.model.Account;
import io.cybervpn.domain.identity.model.Email;
import io.cybervpn.domain.identity.model.Password;
import io.cybervpn.domain.identity.repository.Accounts;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;

/**
 * Opens a session for who knows the password (R37). Open to everybody. An e-mail without an account
 * gets the same answer as a wrong password, after the same work.
 */
@Singleton
public final class LogIn {
    private final Gate gate;
    private final UnitOfWork unitOfWork;
    private final Accounts accounts;
    private final PasswordHasher hasher;
    private final TokenDesk tokens;
    private final SecondFactorDesk secondFactors;
    private final LoginChallenges challenges;

    @Inject
    LogIn(
            Gate gate,
            UnitOfWork unitOfWork,
            Accounts accounts,
            PasswordHasher hasher,
            TokenDesk tokens,
            SecondFactorDesk secondFactors,
            LoginChallenges challenges) {
        this.gate = gate;
        this.unitOfWork = unitOfWork;
        this.accounts = accounts;
        this.hasher = hasher;
        this.tokens = tokens;
        this.secondFactors = secondFactors;
        this.challenges = challenges;
    }

    /**
     * What somebody typed.
     *
     * @param address whom to count it for
     */
    public record Command(String email, String password, String address, Client client) {
        @Override
        public String toString() {
            return "LogIn.Command[hidden]";
        }
    }

    /** What became of it. */
    public sealed interface Result {
        /** Logged in. */
        record LoggedIn(AccountView account, TokenPair tokens) implements Result {}

        /** The password is right; the second factor is owed, under this challenge. */
        record SecondFactorOwed(String challenge, Duration life) implements Result {
            @Override
            public String toString() {
                return "SecondFactorOwed[hidden]";
            }
        }

        /** No such account, or another password: which of them is not said. */
        record WrongCredentials() implements Result {}

        /** The password is right and staff have locked the account. */
        record Blocked() implements Result {}

        /** Too many of these; come back later. */
        record TooMany(Duration retryAfter) implements Result {}
    }

    /** Logs in. Each success opens a session of its own. */
    public Uni<Result> execute(Command command) {
        Optional<Email> email = Email.parse(command.email());
        String subject = email.map(Email::value).orElseGet(() -> folded(command.email()));
        return gate.login(command.address(), subject)
                .chain(verdict -> check(verdict, email, command));
    }

    private Uni<Result> check(Verdict verdict, Optional<Email> email, Command command) {
        return switch (verdict) {
            case Verdict.Exceeded(var retryAfter) -> answer(new Result.TooMany(retryAfter));
            case Verdict.Allowed() -> find(email).chain(account -> compare(account, command));
        };
    }

    private Uni<Optional<Account>> find(Optional<Email> email) {
        return email.map(known -> unitOfWork.run(() -> accounts.findByEmail(known)))
                .orElseGet(() -> Uni.createFrom().item(Optional.empty()));
    }

    private Uni<Result> compare(Optional<Account> found, Command command) {
        Password password = new Password(command.password());
        return found.flatMap(Account::passwordHash)
                .map(hash -> hasher.verify(password, hash))
                .orElseGet(() -> hasher.verifyNothing(password))
                .chain(verified -> admit(verified, found, command));
    }

    private Uni<Result> admit(Verified verified, Optional<Account> found, Command command) {
        return switch (verified) {
            case Verified.Busy(var retryAfter) -> answer(new Result.TooMany(retryAfter));
            case Verified.Mismatch() -> answer(new Result.WrongCredentials());
            case Verified.Match() ->
                    renewHash(found.orElseThrow(), new Password(command.password()))
                            .chain(account -> admit(account, command.client()));
        };
    }

    /** The password is at hand only now: a hash that was made cheaper once becomes a new one. */
    private Uni<Account> renewHash(Account account, Password password) {
        return account.passwordHash().filter(hasher::isOutdated).isPresent()
                ? hasher.hash(password).chain(hashed -> storeHash(hashed, account))
                : Uni.createFrom().item(account);
    }

    private Uni<Account> storeHash(Hashed hashed, Account account) {
        return switch (hashed) {
            case Hashed.Busy _ -> Uni.createFrom().item(account);
            case Hashed.Done(var hash) ->
                    unitOfWork
                            .run(
                                    () ->
                                            accounts.lock(account.id())
                                                    .chain(now -> save(now, account, hash)))
                            .replaceWith(account);
        };
    }

    /** Unless the password was changed meanwhile. */
    private Uni<Void> save(Optional<Account> now, Account seen, String hash) {
        return now.filter(current -> current.passwordHash().equals(seen.passwordHash()))
                .map(current -> accounts.save(current.withPasswordHash(hash)))
                .orElseGet(() -> Uni.createFrom().voidItem());
    }

    private Uni<Result> admit(Account account, Client client) {
        if (!account.mayLogIn()) {
            return answer(new Result.Blocked());
        }
        return unitOfWork
                .run(() -> openUnlessOwed(account, client))
                .chain(opened -> opened.map(LogIn::answer).orElseGet(() -> challenge(account)));
    }

    private Uni<Optional<Result>> openUnlessOwed(Account account, Client client) {
        return secondFactors
                .isDemanded(account.id())
                .chain(
                        demanded ->
                                demanded
                                        ? Uni.createFrom().item(Optional.empty())
                                        : open(account, client));
    }

    private Uni<Optional<Result>> open(Account account, Client client) {
        return tokens.open(account, client)
                .map(pair -> Optional.of(new Result.LoggedIn(AccountView.of(account), pair)));
    }

    private Uni<Result> challenge(Account account) {
        return challenges
                .open(account.id())
                .map(token -> new Result.SecondFactorOwed(token, LoginChallenges.LIFE));
    }

    private static String folded(String text) {
        return text.strip().toLowerCase(Locale.ROOT);
    }

    private static Uni<Result> answer(Result result) {
        return Uni.createFrom().item(result);
    }
}
