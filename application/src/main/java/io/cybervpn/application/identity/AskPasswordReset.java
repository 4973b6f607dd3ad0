package io.cybervpn.application.identity;

import io.cybervpn.application.identity.port.RateLimits.Verdict;
import io.cybervpn.application.shared.Outbox;
import io.cybervpn.application.shared.UnitOfWork;
import io.cybervpn.domain.identity.EmailCodeAsked;
import io.cybervpn.domain.identity.EmailPurpose;
import io.cybervpn.domain.identity.model.Email;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

/**
 * Asks for a code that sets a new password (R40). Open to everybody, and tells a stranger nothing:
 * whether the address has an account is not even looked up here.
 */
@Singleton
public final class AskPasswordReset {
    private final Gate gate;
    private final UnitOfWork unitOfWork;
    private final Outbox outbox;
    private final Clock clock;

    @Inject
    AskPasswordReset(Gate gate, UnitOfWork unitOfWork, Outbox outbox, Clock clock) {
        this.gate = gate;
        this.unitOfWork = unitOfWork;
        this.outbox = outbox;
        this.clock = clock;
    }

    /**
     * What somebody typed.
     *
     * @param address where the request came from
     */
    public record Command(String email, String address) {}

    /** What became of it. */
    public sealed interface Result {
        /** If there is such an account, a mail is on its way. */
        record Asked() implements Result {}

        /** It is no e-mail address. */
        record Invalid() implements Result {}

        /** Too many of these; come back later. */
        record TooMany(Duration retryAfter) implements Result {}
    }

    /** Asks. The newest code counts. */
    public Uni<Result> execute(Command command) {
        return Email.parse(command.email())
                .map(email -> ask(email, command.address()))
                .orElseGet(() -> Uni.createFrom().item(new Result.Invalid()));
    }

    private Uni<Result> ask(Email email, String address) {
        return gate.mail(address, email.value()).chain(verdict -> ask(verdict, email));
    }

    private Uni<Result> ask(Verdict verdict, Email email) {
        EmailCodeAsked asked =
                new EmailCodeAsked(
                        email.value(),
                        EmailPurpose.RESET_PASSWORD,
                        Optional.empty(),
                        clock.instant());
        return switch (verdict) {
            case Verdict.Exceeded(var retryAfter) ->
                    Uni.createFrom().item(new Result.TooMany(retryAfter));
            case Verdict.Allowed() ->
                    unitOfWork.run(() -> outbox.append(asked)).replaceWith(new Result.Asked());
        };
    }
}
