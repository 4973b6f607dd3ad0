package io.cybervpn.application.identity;

import io.cybervpn.application.identity.port.PasswordHasher.Hashed;
import io.cybervpn.application.identity.port.RateLimits.Verdict;
import io.cybervpn.application.shared.UnitOfWork;
import io.cybervpn.domain.identity.EmailPurpose;
import io.cybervpn.domain.identity.RegistrationFlaw;
import io.cybervpn.domain.identity.SessionId;
import io.cybervpn.domain.identity.model.Account;
import io.cybervpn.domain.identity.model.Email;
import io.cybervpn.domain.identity.model.EmailCode;
import io.cybervpn.domain.identity.model.Password;
import io.cybervpn.domain.identity.repository.Accounts;
import io.cybervpn.domain.identity.repository.OpenSessions.Which;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Sets a new password by a code that went to the account's address (R40), and ends all sessions.
 * The new password is hashed before the code is looked at: an address without an account costs what
 * one with an account costs, and is answered as a wrong code is.
 */
@Singleton
public final class ResetPassword {
    private final Gate gate;
    private final NewPasswords passwords;
    private final UnitOfWork unitOfWork;
    private final Accounts accounts;
    private final EmailGuesses guesses;

    @Inject
    ResetPassword(
            Gate gate,
            NewPasswords passwords,
            UnitOfWork unitOfWork,
            Accounts accounts,
            EmailGuesses guesses) {
        this.gate = gate;
        this.passwords = passwords;
        this.unitOfWork = unitOfWork;
        this.accounts = accounts;
        this.guesses = guesses;
    }

    /**
     * What somebody typed.
     *
     * @param address whom to count it for
     */
    public record Command(String email, String code, String password, String address) {
        @Override
        public String toString() {
            return "ResetPassword.Command[hidden]";
        }
    }

    /** What became of it. */
    public sealed interface Result {
        /** The new password is good, and all sessions are over. */
        record Done() implements Result {}

        /** Wrong, used, too old or guessed too often: which of them is not said. */
        record WrongCode() implements Result {}

        /** The new password is no good. */
        record Unfit(RegistrationFlaw flaw) implements Result {}

        /** Too many of these; come back later. */
        record TooMany(Duration retryAfter) implements Result {}
    }

    /** Resets. */
    public Uni<Result> execute(Command command) {
        Password password = new Password(command.password());
        Optional<RegistrationFlaw> flaw = passwords.flaw(password);
        return flaw.isPresent()
                ? answer(new Result.Unfit(flaw.get()))
                : gate.code(command.address(), Gate.subject(command.email()))
                        .chain(verdict -> hash(verdict, password))
                        .chain(hashed -> reset(hashed, command))
                        .call(result -> rememberIfRight(result, Gate.subject(command.email())));
    }

    /** Who was kept from the login by a storm of guesses comes in this way. */
    private Uni<Void> rememberIfRight(Result result, String subject) {
        return result instanceof Result.Done
                ? gate.codeRight(subject).chain(() -> gate.passwordRight(subject))
                : Uni.createFrom().voidItem();
    }

    private Uni<Hashed> hash(Verdict verdict, Password password) {
        return switch (verdict) {
            case Verdict.Exceeded(var retryAfter) ->
                    Uni.createFrom().item(new Hashed.Busy(retryAfter));
            case Verdict.Allowed() -> passwords.hash(password);
        };
    }

    private Uni<Result> reset(Hashed hashed, Command command) {
        return switch (hashed) {
            case Hashed.Busy(var retryAfter) -> answer(new Result.TooMany(retryAfter));
            case Hashed.Done(var hash) ->
                    unitOfWork
                            .run(
                                    () ->
                                            find(command.email())
                                                    .chain(found -> guess(found, command, hash)))
                            .call(passwords::spread)
                            .map(
                                    ended ->
                                            ended.<Result>map(_ -> new Result.Done())
                                                    .orElseGet(Result.WrongCode::new));
        };
    }

    private Uni<Optional<Account>> find(String email) {
        return Email.parse(email)
                .map(accounts::findByEmail)
                .orElseGet(() -> Uni.createFrom().item(Optional.empty()));
    }

    private Uni<Optional<List<SessionId>>> guess(
            Optional<Account> found, Command command, String hash) {
        return found.map(account -> guess(account, command.code(), hash))
                .orElseGet(() -> Uni.createFrom().item(Optional.empty()));
    }

    private Uni<Optional<List<SessionId>>> guess(Account account, String typed, String hash) {
        EmailCode.Owner owner = new EmailCode.Owner(account.id(), EmailPurpose.RESET_PASSWORD);
        return guesses.guess(owner, typed)
                .chain(code -> code.map(_ -> store(account, hash)).orElseGet(ResetPassword::none));
    }

    /** Who reads the mail of an address owns it. */
    private Uni<Optional<List<SessionId>>> store(Account account, String hash) {
        return passwords
                .store(account, hash, new Which.All(), "account.reset_password")
                .call(() -> passwords.verifyEmail(account.id()))
                .map(Optional::of);
    }

    private static Uni<Optional<List<SessionId>>> none() {
        return Uni.createFrom().item(Optional.empty());
    }

    private static Uni<Result> answer(Result result) {
        return Uni.createFrom().item(result);
    }
}
