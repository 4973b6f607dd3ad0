package io.cybervpn.application.identity;

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
    private final LoginGate loginGate;
    private final SecurityTrail trail;

    private final Turnstile turnstile = new Turnstile();

    @Inject
    LogIn(
            Gate gate,
            UnitOfWork unitOfWork,
            Accounts accounts,
            PasswordHasher hasher,
            LoginGate loginGate,
            SecurityTrail trail) {
        this.gate = gate;
        this.unitOfWork = unitOfWork;
        this.accounts = accounts;
        this.hasher = hasher;
        this.loginGate = loginGate;
        this.trail = trail;
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
        /** The password is right. */
        record Known(Admission admission) implements Result {}

        /** No such account, or another password: which of them is not said. */
        record WrongCredentials() implements Result {}

        /** Too many of these; come back later. */
        record TooMany(Duration retryAfter) implements Result {}
    }

    /** Logs in. Each success opens a session of its own. */
    public Uni<Result> execute(Command command) {
        return turnstile.pass(() -> guess(command), new Result.TooMany(Turnstile.RETRY_AFTER));
    }

    private Uni<Result> guess(Command command) {
        Optional<Email> email = Email.parse(command.email());
        String subject = Gate.subject(command.email());
        return gate.login(command.address(), subject)
                .chain(verdict -> check(verdict, email, command))
                .call(result -> rememberIfRight(result, subject));
    }

    private Uni<Void> rememberIfRight(Result result, String subject) {
        return result instanceof Result.Known
                ? gate.passwordRight(subject)
                : Uni.createFrom().voidItem();
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
            case Verified.Busy(var retryAfter) ->
                    gate.passwordUnseen(Gate.subject(command.email()))
                            .replaceWith(new Result.TooMany(retryAfter));
            case Verified.Mismatch() -> refuse(found, command);
            case Verified.Match() ->
                    renewHash(found.orElseThrow(), new Password(command.password()))
                            .chain(account -> loginGate.enter(account.id(), command.client()))
                            .map(Result.Known::new);
        };
    }

    private Uni<Result> refuse(Optional<Account> found, Command command) {
        trail.loginFailed(found, Gate.subject(command.email()));
        return answer(new Result.WrongCredentials());
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

    private static Uni<Result> answer(Result result) {
        return Uni.createFrom().item(result);
    }
}
