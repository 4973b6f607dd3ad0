package io.cybervpn.application.identity;

import io.cybervpn.application.identity.port.RateLimits.Verdict;
import io.cybervpn.application.shared.Actor;
import io.cybervpn.application.shared.AuditTrail;
import io.cybervpn.application.shared.Outbox;
import io.cybervpn.application.shared.UnitOfWork;
import io.cybervpn.domain.identity.AccountId;
import io.cybervpn.domain.identity.EmailChanged;
import io.cybervpn.domain.identity.EmailPurpose;
import io.cybervpn.domain.identity.model.Account;
import io.cybervpn.domain.identity.model.Email;
import io.cybervpn.domain.identity.model.EmailCode;
import io.cybervpn.domain.identity.repository.Accounts;
import io.cybervpn.domain.shared.Changes;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

/** Gives one's own account the address that the code went to, and tells the old one. */
@Singleton
public final class ConfirmEmailChange {
    private final Gate gate;
    private final UnitOfWork unitOfWork;
    private final Accounts accounts;
    private final EmailGuesses guesses;
    private final Outbox outbox;
    private final AuditTrail audit;
    private final Clock clock;

    @Inject
    ConfirmEmailChange(
            Gate gate,
            UnitOfWork unitOfWork,
            Accounts accounts,
            EmailGuesses guesses,
            Outbox outbox,
            AuditTrail audit,
            Clock clock) {
        this.gate = gate;
        this.unitOfWork = unitOfWork;
        this.accounts = accounts;
        this.guesses = guesses;
        this.outbox = outbox;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Who typed what.
     *
     * @param address whom to count it for
     */
    public record Command(AccountId owner, String code, String address) {
        @Override
        public String toString() {
            return "ConfirmEmailChange.Command[hidden]";
        }
    }

    /** What became of it. */
    public sealed interface Result {
        /** It is the account's address now, and verified. */
        record Changed() implements Result {}

        /** Wrong, used, too old or guessed too often: which of them is not said. */
        record WrongCode() implements Result {}

        /** The address has an account meanwhile. */
        record EmailTaken() implements Result {}

        /** Too many of these; come back later. */
        record TooMany(Duration retryAfter) implements Result {}
    }

    /** Changes. */
    public Uni<Result> execute(Command command) {
        String subject = command.owner().value().toString();
        return gate.code(command.address(), subject)
                .chain(verdict -> change(verdict, command))
                .call(result -> rememberIfRight(result, subject));
    }

    private Uni<Void> rememberIfRight(Result result, String subject) {
        return result instanceof Result.WrongCode || result instanceof Result.TooMany
                ? Uni.createFrom().voidItem()
                : gate.codeRight(subject);
    }

    private Uni<Result> change(Verdict verdict, Command command) {
        return switch (verdict) {
            case Verdict.Exceeded(var retryAfter) -> answer(new Result.TooMany(retryAfter));
            case Verdict.Allowed() ->
                    unitOfWork.run(
                            () ->
                                    accounts.lock(command.owner())
                                            .chain(found -> guess(found, command.code())));
        };
    }

    private Uni<Result> guess(Optional<Account> found, String typed) {
        return found.map(account -> guess(account, typed))
                .orElseGet(() -> answer(new Result.WrongCode()));
    }

    private Uni<Result> guess(Account account, String typed) {
        EmailCode.Owner owner = new EmailCode.Owner(account.id(), EmailPurpose.CHANGE_EMAIL);
        return guesses.guess(owner, typed)
                .chain(
                        code ->
                                code.map(right -> change(account, right.email()))
                                        .orElseGet(() -> answer(new Result.WrongCode())));
    }

    private Uni<Result> change(Account account, Email email) {
        return accounts.changeEmail(account.id(), email)
                .chain(
                        changed ->
                                changed
                                        ? changed(account, email)
                                        : answer(new Result.EmailTaken()));
    }

    private Uni<Result> changed(Account account, Email email) {
        AuditTrail.Entry entry =
                AuditTrail.Entry.of(
                                new Actor.Customer(account.id()),
                                "account.change_email",
                                "account",
                                account.id().value())
                        .with(Changes.none().hidden("email"));
        return accounts.verifyEmail(account.id(), clock.instant())
                .chain(() -> audit.append(entry))
                .chain(() -> tell(account))
                .replaceWith(new Result.Changed());
    }

    private Uni<Void> tell(Account account) {
        return account.email()
                .map(old -> new EmailChanged(account.id(), old.value(), clock.instant()))
                .map(outbox::append)
                .orElseGet(() -> Uni.createFrom().voidItem());
    }

    private static Uni<Result> answer(Result result) {
        return Uni.createFrom().item(result);
    }
}
