package io.cybervpn.application.identity;

import io.cybervpn.application.identity.port.RateLimits.Verdict;
import io.cybervpn.application.shared.Actor;
import io.cybervpn.application.shared.AuditTrail;
import io.cybervpn.application.shared.UnitOfWork;
import io.cybervpn.domain.identity.AccountId;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;

/** Takes a customer's second factor away, who shows it once more. Staff keep theirs. */
@Singleton
public final class DisableSecondFactor {
    private final Gate gate;
    private final UnitOfWork unitOfWork;
    private final SecondFactorDesk desk;
    private final AuditTrail audit;

    @Inject
    DisableSecondFactor(Gate gate, UnitOfWork unitOfWork, SecondFactorDesk desk, AuditTrail audit) {
        this.gate = gate;
        this.unitOfWork = unitOfWork;
        this.desk = desk;
        this.audit = audit;
    }

    /** Whose, and what he shows: a password or a recovery code. */
    public record Command(Actor actor, AccountId owner, String shown) {
        @Override
        public String toString() {
            return "DisableSecondFactor.Command[hidden]";
        }
    }

    /** What became of it. */
    public sealed interface Result {
        /** Gone. */
        record Disabled() implements Result {}

        /** Not a password of now, used already, or there is no second factor. */
        record WrongCode() implements Result {}

        /** Staff must have one. */
        record Demanded() implements Result {}

        /** Too many of these. */
        record TooMany(Duration retryAfter) implements Result {}
    }

    /** Disables. */
    public Uni<Result> execute(Command command) {
        if (command.actor() instanceof Actor.Staff) {
            return Uni.createFrom().item(new Result.Demanded());
        }
        return gate.secondFactor(command.owner())
                .chain(
                        verdict ->
                                switch (verdict) {
                                    case Verdict.Exceeded(var wait) ->
                                            Uni.createFrom().item(new Result.TooMany(wait));
                                    case Verdict.Allowed() ->
                                            unitOfWork
                                                    .run(() -> checkAndRemove(command))
                                                    .call(it -> rememberIfRight(it, command));
                                });
    }

    private Uni<Void> rememberIfRight(Result result, Command command) {
        return result instanceof Result.Disabled
                ? gate.secondFactorRight(command.owner())
                : Uni.createFrom().voidItem();
    }

    private Uni<Result> checkAndRemove(Command command) {
        return desk.accept(command.owner(), command.shown())
                .chain(good -> good ? remove(command) : wrong());
    }

    private Uni<Result> remove(Command command) {
        return desk.remove(command.owner())
                .chain(
                        () ->
                                audit.append(
                                        AuditTrail.Entry.of(
                                                command.actor(),
                                                "identity.disable_second_factor",
                                                "account",
                                                command.owner().value())))
                .replaceWith(new Result.Disabled());
    }

    private static Uni<Result> wrong() {
        return Uni.createFrom().item(new Result.WrongCode());
    }
}
