package io.cybervpn.application.identity;

import io.cybervpn.application.identity.port.PasskeyChallenges.Purpose;
import io.cybervpn.application.identity.port.PasskeyChecks.Assertion;
import io.cybervpn.application.identity.port.RateLimits.Verdict;
import io.cybervpn.application.shared.UnitOfWork;
import io.cybervpn.domain.identity.AccountId;
import io.cybervpn.domain.identity.SessionId;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Optional;

/** Shows a passkey in a running session, before something dangerous (R235). */
@Singleton
public final class StepUpByPasskey {
    private final Gate gate;
    private final PasskeyDoor door;
    private final UnitOfWork unitOfWork;
    private final ProvenSessions sessions;

    @Inject
    StepUpByPasskey(Gate gate, PasskeyDoor door, UnitOfWork unitOfWork, ProvenSessions sessions) {
        this.gate = gate;
        this.door = door;
        this.unitOfWork = unitOfWork;
        this.sessions = sessions;
    }

    /** Who shows what, in which session. */
    public record Command(AccountId owner, SessionId session, Assertion assertion) {}

    /** What became of it. */
    public sealed interface Result {
        /** An access token that says when it was shown. */
        record Proven(AccessPass access) implements Result {}

        /** It is worth nothing; why is not said. */
        record Refused() implements Result {}

        /** Too many of these. */
        record TooMany(Duration retryAfter) implements Result {}
    }

    /** Looks. The challenge is used up by it. */
    public Uni<Result> execute(Command command) {
        return gate.secondFactor(command.owner())
                .chain(
                        verdict ->
                                switch (verdict) {
                                    case Verdict.Exceeded(var wait) ->
                                            Uni.createFrom().item(new Result.TooMany(wait));
                                    case Verdict.Allowed() -> check(command);
                                });
    }

    private Uni<Result> check(Command command) {
        return door.look(command.assertion(), new Purpose.StepUp(command.owner()))
                .chain(who -> prove(who, command.session()))
                .map(pass -> pass.<Result>map(Result.Proven::new).orElseGet(Result.Refused::new));
    }

    private Uni<Optional<AccessPass>> prove(Optional<AccountId> who, SessionId session) {
        return who.map(owner -> unitOfWork.run(() -> sessions.prove(owner, session)))
                .orElseGet(() -> Uni.createFrom().item(Optional.empty()));
    }
}
