package io.cybervpn.application.identity;

import io.cybervpn.application.identity.port.RateLimits.Verdict;
import io.cybervpn.application.shared.Actor;
import io.cybervpn.application.shared.AuditTrail;
import io.cybervpn.application.shared.UnitOfWork;
import io.cybervpn.domain.identity.AccountId;
import io.cybervpn.domain.identity.SessionId;
import io.cybervpn.domain.identity.model.SecondFactor;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Puts a proposed second factor in force, once its owner shows a password of it. */
@Singleton
public final class ConfirmSecondFactor {
    private final Gate gate;
    private final UnitOfWork unitOfWork;
    private final SecondFactorDesk desk;
    private final ProvenSessions sessions;
    private final AuditTrail audit;
    private final RecentProof recentProof;

    @Inject
    ConfirmSecondFactor(
            Gate gate,
            UnitOfWork unitOfWork,
            SecondFactorDesk desk,
            ProvenSessions sessions,
            AuditTrail audit,
            RecentProof recentProof) {
        this.gate = gate;
        this.unitOfWork = unitOfWork;
        this.desk = desk;
        this.sessions = sessions;
        this.audit = audit;
        this.recentProof = recentProof;
    }

    /** Who shows what, in which session. */
    public record Command(Actor actor, AccountId owner, SessionId session, String password) {
        @Override
        public String toString() {
            return "ConfirmSecondFactor.Command[hidden]";
        }
    }

    /** What became of it. */
    public sealed interface Result {
        /** In force; the codes are shown this once. The session counts as proven. */
        record Confirmed(List<String> recoveryCodes, AccessPass access) implements Result {
            @Override
            public String toString() {
                return "Confirmed[hidden]";
            }
        }

        /** Not the password of now. */
        record WrongCode() implements Result {}

        /** Nothing waits for it. */
        record NotProposed() implements Result {}

        /** He works here and has a passkey: he shows it first. */
        record StepUpNeeded() implements Result {}

        /** Too many of these. */
        record TooMany(Duration retryAfter) implements Result {}
    }

    /** Confirms. Not repeatable. */
    public Uni<Result> execute(Command command) {
        return gate.secondFactor(command.owner())
                .chain(
                        verdict ->
                                switch (verdict) {
                                    case Verdict.Exceeded(var wait) ->
                                            answer(new Result.TooMany(wait));
                                    case Verdict.Allowed() ->
                                            unitOfWork
                                                    .run(() -> lockAndConfirm(command))
                                                    .call(it -> rememberIfRight(it, command));
                                });
    }

    private Uni<Void> rememberIfRight(Result result, Command command) {
        return result instanceof Result.Confirmed
                ? gate.secondFactorRight(command.owner())
                : Uni.createFrom().voidItem();
    }

    private Uni<Result> lockAndConfirm(Command command) {
        return recentProof
                .isMoreThanPassword(command.owner(), provenAt(command.actor()))
                .chain(
                        enough ->
                                enough
                                        ? desk.lock(command.owner())
                                                .chain(found -> confirm(found, command))
                                        : answer(new Result.StepUpNeeded()));
    }

    private static Optional<Instant> provenAt(Actor actor) {
        return actor instanceof Actor.Staff staff ? staff.provenAt() : Optional.empty();
    }

    private Uni<Result> confirm(Optional<SecondFactor> found, Command command) {
        if (found.isEmpty()) {
            return answer(new Result.NotProposed());
        }
        return switch (found.get()) {
            case SecondFactor.Active _ -> answer(new Result.NotProposed());
            case SecondFactor.Proposed proposed ->
                    desk.stepOf(proposed, command.password())
                            .map(step -> activate(proposed, step, command))
                            .orElseGet(() -> answer(new Result.WrongCode()));
        };
    }

    private Uni<Result> activate(SecondFactor.Proposed proposed, long step, Command command) {
        List<String> codes = desk.newRecoveryCodes();
        return desk.put(proposed.confirm(step, desk.hashes(codes), desk.now()))
                .chain(
                        () ->
                                audit.append(
                                        AuditTrail.Entry.of(
                                                command.actor(),
                                                "identity.enable_second_factor",
                                                "account",
                                                command.owner().value())))
                .chain(() -> sessions.prove(command.owner(), command.session()))
                .map(
                        pass ->
                                pass.<Result>map(access -> new Result.Confirmed(codes, access))
                                        .orElseGet(Result.NotProposed::new));
    }

    private static Uni<Result> answer(Result result) {
        return Uni.createFrom().item(result);
    }
}
