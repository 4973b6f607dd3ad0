package io.cybervpn.application.identity;

import io.cybervpn.application.identity.port.PasswordHasher.Hashed;
import io.cybervpn.application.shared.UnitOfWork;
import io.cybervpn.domain.identity.AccountId;
import io.cybervpn.domain.identity.RegistrationFlaw;
import io.cybervpn.domain.identity.SessionId;
import io.cybervpn.domain.identity.model.Account;
import io.cybervpn.domain.identity.model.Password;
import io.cybervpn.domain.identity.repository.OpenSessions.Which;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Optional;

/** Sets another password of one's own account and ends all sessions but this one (R41). */
@Singleton
public final class ChangePassword {
    private final OwnPassword ownPassword;
    private final NewPasswords passwords;
    private final UnitOfWork unitOfWork;

    @Inject
    ChangePassword(OwnPassword ownPassword, NewPasswords passwords, UnitOfWork unitOfWork) {
        this.ownPassword = ownPassword;
        this.passwords = passwords;
        this.unitOfWork = unitOfWork;
    }

    /**
     * Who, from which session, what for what.
     *
     * @param oldPassword not looked at when the account has none yet; then the session must be
     *     fresh
     * @param address whom to count it for
     */
    public record Command(
            AccountId owner,
            Optional<SessionId> session,
            String oldPassword,
            String newPassword,
            String address) {
        private OwnPassword.Asked asked() {
            return new OwnPassword.Asked(owner, session, address);
        }

        @Override
        public String toString() {
            return "ChangePassword.Command[hidden]";
        }
    }

    /** What became of it. */
    public sealed interface Result {
        /** The new password is good; sessions elsewhere are over. */
        record Changed() implements Result {}

        /** The old one is another. */
        record WrongPassword() implements Result {}

        /** The new one is no good. */
        record Unfit(RegistrationFlaw flaw) implements Result {}

        /** The account has no password; show otherwise who you are. */
        record StepUpNeeded() implements Result {}

        /** Too many of these; come back later. */
        record TooMany(Duration retryAfter) implements Result {}
    }

    /** Changes. */
    public Uni<Result> execute(Command command) {
        Password password = new Password(command.newPassword());
        return passwords
                .flaw(password)
                .map(flaw -> answer(new Result.Unfit(flaw)))
                .orElseGet(() -> ask(command, password));
    }

    private Uni<Result> ask(Command command, Password password) {
        return ownPassword
                .ask(command.asked(), command.oldPassword())
                .chain(shown -> hash(shown, password, which(command)));
    }

    private static Which which(Command command) {
        return command.session().<Which>map(Which.Others::new).orElseGet(Which.All::new);
    }

    private Uni<Result> hash(OwnPassword.Shown shown, Password password, Which ended) {
        return switch (shown) {
            case OwnPassword.Shown.Wrong() -> answer(new Result.WrongPassword());
            case OwnPassword.Shown.StepUpNeeded _ -> answer(new Result.StepUpNeeded());
            case OwnPassword.Shown.TooMany(var retryAfter) ->
                    answer(new Result.TooMany(retryAfter));
            case OwnPassword.Shown.Right(var account) ->
                    passwords.hash(password).chain(hashed -> store(hashed, account, ended));
        };
    }

    private Uni<Result> store(Hashed hashed, Account account, Which ended) {
        return switch (hashed) {
            case Hashed.Busy(var retryAfter) -> answer(new Result.TooMany(retryAfter));
            case Hashed.Done(var hash) ->
                    unitOfWork
                            .run(
                                    () ->
                                            passwords.store(
                                                    account,
                                                    hash,
                                                    ended,
                                                    "account.change_password"))
                            .call(over -> passwords.spread(Optional.of(over)))
                            .replaceWith(new Result.Changed());
        };
    }

    private static Uni<Result> answer(Result result) {
        return Uni.createFrom().item(result);
    }
}
