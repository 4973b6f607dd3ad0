package io.cybervpn.application.identity;

import io.cybervpn.application.identity.port.LoginChallenges;
import io.cybervpn.application.identity.port.RateLimits.Verdict;
import io.cybervpn.application.shared.UnitOfWork;
import io.cybervpn.domain.identity.AccountId;
import io.cybervpn.domain.identity.Client;
import io.cybervpn.domain.identity.SecurityEventType;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;

/** Finishes a login with the second factor. Open to everybody who has a challenge. */
@Singleton
public final class PassSecondFactor {
    private final Gate gate;
    private final LoginChallenges challenges;
    private final UnitOfWork unitOfWork;
    private final SecondFactorDesk desk;
    private final LoginGate loginGate;
    private final SecurityTrail trail;

    @Inject
    PassSecondFactor(
            Gate gate,
            LoginChallenges challenges,
            UnitOfWork unitOfWork,
            SecondFactorDesk desk,
            LoginGate loginGate,
            SecurityTrail trail) {
        this.gate = gate;
        this.challenges = challenges;
        this.unitOfWork = unitOfWork;
        this.desk = desk;
        this.loginGate = loginGate;
        this.trail = trail;
    }

    /** What the login gave, and what is shown: a password or a recovery code. */
    public record Command(String challenge, String shown, Client client) {
        @Override
        public String toString() {
            return "PassSecondFactor.Command[hidden]";
        }
    }

    /** What became of it. */
    public sealed interface Result {
        /** It is the one that was owed; a session counts as proven. */
        record Shown(Admission admission) implements Result {}

        /** Not a password of now, or used already. */
        record WrongCode() implements Result {}

        /** Unknown or too old: log in from the beginning. */
        record Over() implements Result {}

        /** Too many of these. */
        record TooMany(Duration retryAfter) implements Result {}
    }

    /** Logs in. The challenge is used up by it. */
    public Uni<Result> execute(Command command) {
        return challenges
                .find(command.challenge())
                .chain(
                        found ->
                                found.map(account -> count(account, command))
                                        .orElseGet(PassSecondFactor::over));
    }

    private Uni<Result> count(AccountId account, Command command) {
        return gate.secondFactor(account).chain(verdict -> check(verdict, account, command));
    }

    private Uni<Result> check(Verdict verdict, AccountId account, Command command) {
        return switch (verdict) {
            case Verdict.Exceeded(var wait) -> Uni.createFrom().item(new Result.TooMany(wait));
            case Verdict.Allowed() ->
                    unitOfWork
                            .run(() -> accept(account, command))
                            .call(result -> closeIfDone(result, account, command.challenge()));
        };
    }

    private Uni<Result> accept(AccountId id, Command command) {
        return desk.accept(id, command.shown())
                .chain(
                        good ->
                                good
                                        ? loginGate
                                                .enterProven(id, command.client())
                                                .map(Result.Shown::new)
                                        : refuse(id));
    }

    private Uni<Result> refuse(AccountId id) {
        trail.note(SecurityEventType.SECOND_FACTOR_FAILED, id, "login");
        return Uni.createFrom().item(new Result.WrongCode());
    }

    private Uni<Void> closeIfDone(Result result, AccountId account, String challenge) {
        return result instanceof Result.Shown
                ? challenges.close(challenge).chain(() -> gate.secondFactorRight(account))
                : Uni.createFrom().voidItem();
    }

    private static Uni<Result> over() {
        return Uni.createFrom().item(new Result.Over());
    }
}
