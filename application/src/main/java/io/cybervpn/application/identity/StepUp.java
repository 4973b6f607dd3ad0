package io.cybervpn.application.identity;

import io.cybervpn.application.identity.port.RateLimits.Verdict;
import io.cybervpn.application.shared.UnitOfWork;
import io.cybervpn.domain.identity.AccountId;
import io.cybervpn.domain.identity.SecurityEventType;
import io.cybervpn.domain.identity.SessionId;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Optional;

/** Shows the second factor once more in a running session, before something dangerous. */
@Singleton
public final class StepUp {
    private final Gate gate;
    private final UnitOfWork unitOfWork;
    private final SecondFactorDesk desk;
    private final ProvenSessions sessions;
    private final SecurityTrail trail;

    @Inject
    StepUp(
            Gate gate,
            UnitOfWork unitOfWork,
            SecondFactorDesk desk,
            ProvenSessions sessions,
            SecurityTrail trail) {
        this.gate = gate;
        this.unitOfWork = unitOfWork;
        this.desk = desk;
        this.sessions = sessions;
        this.trail = trail;
    }

    /** Who shows what, in which session. */
    public record Command(AccountId owner, SessionId session, String shown) {
        @Override
        public String toString() {
            return "StepUp.Command[hidden]";
        }
    }

    /** What became of it. */
    public sealed interface Result {
        /** An access token that says when it was shown. */
        record Proven(AccessPass access) implements Result {}

        /** Not a password of now, used already, or there is no second factor. */
        record WrongCode() implements Result {}

        /** Too many of these. */
        record TooMany(Duration retryAfter) implements Result {}
    }

    /** Looks. What was shown is used up. */
    public Uni<Result> execute(Command command) {
        return gate.secondFactor(command.owner())
                .chain(
                        verdict ->
                                switch (verdict) {
                                    case Verdict.Exceeded(var wait) ->
                                            Uni.createFrom().item(new Result.TooMany(wait));
                                    case Verdict.Allowed() ->
                                            unitOfWork
                                                    .run(() -> checkAndProve(command))
                                                    .call(it -> rememberIfRight(it, command));
                                });
    }

    private Uni<Optional<AccessPass>> refuse(AccountId owner) {
        trail.note(SecurityEventType.SECOND_FACTOR_FAILED, owner, "step up");
        return Uni.createFrom().item(Optional.empty());
    }

    private Uni<Void> rememberIfRight(Result result, Command command) {
        return result instanceof Result.Proven
                ? gate.secondFactorRight(command.owner())
                : Uni.createFrom().voidItem();
    }

    private Uni<Result> checkAndProve(Command command) {
        return desk.accept(command.owner(), command.shown())
                .chain(
                        good ->
                                good
                                        ? sessions.prove(command.owner(), command.session())
                                        : refuse(command.owner()))
                .map(pass -> pass.<Result>map(Result.Proven::new).orElseGet(Result.WrongCode::new));
    }
}
