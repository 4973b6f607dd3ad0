package io.cybervpn.application.identity;

import io.cybervpn.application.identity.port.RateLimits.Verdict;
import io.cybervpn.application.shared.Outbox;
import io.cybervpn.application.shared.UnitOfWork;
import io.cybervpn.domain.identity.AccountId;
import io.cybervpn.domain.identity.EmailCodeAsked;
import io.cybervpn.domain.identity.EmailPurpose;
import io.cybervpn.domain.identity.model.Account;
import io.cybervpn.domain.identity.model.Email;
import io.cybervpn.domain.identity.repository.Accounts;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Asks for another code that shows that one's address is one's own (R36). */
@Singleton
public final class AskEmailVerification {
    private final Gate gate;
    private final UnitOfWork unitOfWork;
    private final Accounts accounts;
    private final Outbox outbox;
    private final Clock clock;

    @Inject
    AskEmailVerification(
            Gate gate, UnitOfWork unitOfWork, Accounts accounts, Outbox outbox, Clock clock) {
        this.gate = gate;
        this.unitOfWork = unitOfWork;
        this.accounts = accounts;
        this.outbox = outbox;
        this.clock = clock;
    }

    /**
     * Who asks.
     *
     * @param address where the request came from
     */
    public record Command(AccountId owner, String address) {}

    /** What became of it. */
    public sealed interface Result {
        /** A mail is on its way. */
        record Asked() implements Result {}

        /** The account has no address. */
        record NoEmail() implements Result {}

        /** Too many of these; come back later. */
        record TooMany(Duration retryAfter) implements Result {}
    }

    /** Asks. The newest code counts. */
    public Uni<Result> execute(Command command) {
        return unitOfWork
                .run(() -> accounts.find(command.owner()))
                .chain(found -> ask(found.flatMap(Account::email), command));
    }

    private Uni<Result> ask(Optional<Email> email, Command command) {
        return email.map(
                        own ->
                                gate.mail(command.address(), own.value())
                                        .chain(verdict -> ask(verdict, own, command.owner())))
                .orElseGet(() -> Uni.createFrom().item(new Result.NoEmail()));
    }

    private Uni<Result> ask(Verdict verdict, Email email, AccountId owner) {
        return switch (verdict) {
            case Verdict.Exceeded(var retryAfter) ->
                    Uni.createFrom().item(new Result.TooMany(retryAfter));
            case Verdict.Allowed() ->
                    unitOfWork
                            .run(() -> outbox.append(asked(email, owner, clock.instant())))
                            .replaceWith(new Result.Asked());
        };
    }

    static EmailCodeAsked asked(Email email, AccountId owner, Instant now) {
        return new EmailCodeAsked(
                email.value(), EmailPurpose.VERIFY_EMAIL, Optional.of(owner), now);
    }
}
