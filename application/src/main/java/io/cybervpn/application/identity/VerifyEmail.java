package io.cybervpn.application.identity;

import io.cybervpn.application.identity.port.RateLimits.Verdict;
import io.cybervpn.application.shared.Actor;
import io.cybervpn.application.shared.AuditTrail;
import io.cybervpn.application.shared.UnitOfWork;
import io.cybervpn.domain.identity.AccountId;
import io.cybervpn.domain.identity.EmailPurpose;
import io.cybervpn.domain.identity.model.Account;
import io.cybervpn.domain.identity.model.Email;
import io.cybervpn.domain.identity.model.EmailCode;
import io.cybervpn.domain.identity.repository.Accounts;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

/**
 * Takes a code for the proof that an account's address is its owner's (R36). Open to who has the
 * mail; an address without an account is answered as a wrong code is.
 */
@Singleton
public final class VerifyEmail {
    private final Gate gate;
    private final UnitOfWork unitOfWork;
    private final Accounts accounts;
    private final EmailGuesses guesses;
    private final AuditTrail audit;
    private final Clock clock;

    @Inject
    VerifyEmail(
            Gate gate,
            UnitOfWork unitOfWork,
            Accounts accounts,
            EmailGuesses guesses,
            AuditTrail audit,
            Clock clock) {
        this.gate = gate;
        this.unitOfWork = unitOfWork;
        this.accounts = accounts;
        this.guesses = guesses;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * What somebody typed.
     *
     * @param address where the request came from
     */
    public record Command(String email, String code, String address) {
        @Override
        public String toString() {
            return "VerifyEmail.Command[hidden]";
        }
    }

    /** What became of it. */
    public sealed interface Result {
        /** It is verified. */
        record Verified() implements Result {}

        /** Wrong, used, too old or guessed too often: which of them is not said. */
        record WrongCode() implements Result {}

        /** Too many of these; come back later. */
        record TooMany(Duration retryAfter) implements Result {}
    }

    /** Verifies. */
    public Uni<Result> execute(Command command) {
        String subject = Gate.subject(command.email());
        return gate.code(command.address(), subject)
                .chain(verdict -> verify(verdict, command))
                .call(result -> rememberIfRight(result, subject));
    }

    private Uni<Void> rememberIfRight(Result result, String subject) {
        return result instanceof Result.Verified
                ? gate.codeRight(subject)
                : Uni.createFrom().voidItem();
    }

    private Uni<Result> verify(Verdict verdict, Command command) {
        Optional<Email> email = Email.parse(command.email());
        if (verdict instanceof Verdict.Exceeded(var retryAfter)) {
            return Uni.createFrom().item(new Result.TooMany(retryAfter));
        }
        return email.map(own -> unitOfWork.run(() -> verify(own, command.code())))
                .orElseGet(VerifyEmail::wrong);
    }

    private Uni<Result> verify(Email email, String code) {
        return accounts.findByEmail(email)
                .chain(
                        found ->
                                found.map(account -> guess(account, code))
                                        .orElseGet(VerifyEmail::wrong));
    }

    private Uni<Result> guess(Account account, String typed) {
        EmailCode.Owner owner = new EmailCode.Owner(account.id(), EmailPurpose.VERIFY_EMAIL);
        return guesses.guess(owner, typed)
                .chain(
                        code ->
                                code.filter(
                                                right ->
                                                        account.email()
                                                                .equals(Optional.of(right.email())))
                                        .map(_ -> verified(account.id()))
                                        .orElseGet(VerifyEmail::wrong));
    }

    private Uni<Result> verified(AccountId id) {
        Actor owner = new Actor.Customer(id);
        return accounts.verifyEmail(id, clock.instant())
                .chain(
                        () ->
                                audit.append(
                                        AuditTrail.Entry.of(
                                                owner,
                                                "account.verify_email",
                                                "account",
                                                id.value())))
                .replaceWith(new Result.Verified());
    }

    private static Uni<Result> wrong() {
        return Uni.createFrom().item(new Result.WrongCode());
    }
}
