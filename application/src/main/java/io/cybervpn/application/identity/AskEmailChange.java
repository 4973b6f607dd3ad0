package io.cybervpn.application.identity;

import io.cybervpn.application.identity.port.RateLimits.Verdict;
import io.cybervpn.application.shared.Outbox;
import io.cybervpn.application.shared.UnitOfWork;
import io.cybervpn.domain.identity.AccountId;
import io.cybervpn.domain.identity.EmailCodeAsked;
import io.cybervpn.domain.identity.EmailPurpose;
import io.cybervpn.domain.identity.SessionId;
import io.cybervpn.domain.identity.model.Email;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

/**
 * Asks for a code to a new address of one's own account. The password is needed; whether somebody
 * else has the address is said only to who reads its mail.
 */
@Singleton
public final class AskEmailChange {
    private final OwnPassword ownPassword;
    private final Gate gate;
    private final UnitOfWork unitOfWork;
    private final Outbox outbox;
    private final Clock clock;

    @Inject
    AskEmailChange(
            OwnPassword ownPassword, Gate gate, UnitOfWork unitOfWork, Outbox outbox, Clock clock) {
        this.ownPassword = ownPassword;
        this.gate = gate;
        this.unitOfWork = unitOfWork;
        this.outbox = outbox;
        this.clock = clock;
    }

    /**
     * Who wants which.
     *
     * @param session in which something else was shown lately, if the account has no password
     * @param address whom to count it for
     */
    public record Command(
            AccountId owner,
            Optional<SessionId> session,
            String email,
            String password,
            String address) {
        private OwnPassword.Asked asked() {
            return new OwnPassword.Asked(owner, session, address);
        }

        @Override
        public String toString() {
            return "AskEmailChange.Command[hidden]";
        }
    }

    /** What became of it. */
    public sealed interface Result {
        /** A mail to the new address is on its way. */
        record Asked() implements Result {}

        /** It is no e-mail address. */
        record Invalid() implements Result {}

        /** The password is another. */
        record WrongPassword() implements Result {}

        /** The account has no password; show otherwise who you are. */
        record StepUpNeeded() implements Result {}

        /** Too many of these; come back later. */
        record TooMany(Duration retryAfter) implements Result {}
    }

    /** Asks. The newest code counts. */
    public Uni<Result> execute(Command command) {
        return Email.parse(command.email())
                .map(email -> ask(email, command))
                .orElseGet(() -> answer(new Result.Invalid()));
    }

    private Uni<Result> ask(Email email, Command command) {
        return ownPassword
                .ask(command.asked(), command.password())
                .chain(shown -> ask(shown, email, command));
    }

    private Uni<Result> ask(OwnPassword.Shown shown, Email email, Command command) {
        return switch (shown) {
            case OwnPassword.Shown.Wrong() -> answer(new Result.WrongPassword());
            case OwnPassword.Shown.StepUpNeeded _ -> answer(new Result.StepUpNeeded());
            case OwnPassword.Shown.TooMany(var retryAfter) ->
                    answer(new Result.TooMany(retryAfter));
            case OwnPassword.Shown.Right(_) ->
                    gate.mail(command.address(), email.value())
                            .chain(verdict -> ask(verdict, email, command.owner()));
        };
    }

    private Uni<Result> ask(Verdict verdict, Email email, AccountId owner) {
        EmailCodeAsked asked =
                new EmailCodeAsked(
                        email.value(),
                        EmailPurpose.CHANGE_EMAIL,
                        Optional.of(owner),
                        clock.instant());
        return switch (verdict) {
            case Verdict.Exceeded(var retryAfter) -> answer(new Result.TooMany(retryAfter));
            case Verdict.Allowed() ->
                    unitOfWork.run(() -> outbox.append(asked)).replaceWith(new Result.Asked());
        };
    }

    private static Uni<Result> answer(Result result) {
        return Uni.createFrom().item(result);
    }
}
