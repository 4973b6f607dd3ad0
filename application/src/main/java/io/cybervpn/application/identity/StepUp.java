package io.cybervpn.application.identity;

import io.cybervpn.application.identity.FirstFactor.Looked;
import io.cybervpn.application.identity.port.RateLimits.Verdict;
import io.cybervpn.application.identity.port.TelegramProofs;
import io.cybervpn.application.shared.UnitOfWork;
import io.cybervpn.domain.identity.AccountId;
import io.cybervpn.domain.identity.SecurityEventType;
import io.cybervpn.domain.identity.SessionId;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Shows once more in a running session who its owner is, before something dangerous (R235): by his
 * second factor, and if he has none by what he logs in with.
 */
@Singleton
public final class StepUp {
    private final Gate gate;
    private final UnitOfWork unitOfWork;
    private final SecondFactorDesk desk;
    private final FirstFactor firstFactor;
    private final ProvenSessions sessions;
    private final SecurityTrail trail;

    @Inject
    StepUp(
            Gate gate,
            UnitOfWork unitOfWork,
            SecondFactorDesk desk,
            FirstFactor firstFactor,
            ProvenSessions sessions,
            SecurityTrail trail) {
        this.gate = gate;
        this.unitOfWork = unitOfWork;
        this.desk = desk;
        this.firstFactor = firstFactor;
        this.sessions = sessions;
        this.trail = trail;
    }

    /**
     * Who shows what, in which session.
     *
     * @param address whom to count a first factor for
     */
    public record Command(AccountId owner, SessionId session, Shown shown, String address) {
        private OwnPassword.Asked asked() {
            return new OwnPassword.Asked(owner, Optional.of(session), address);
        }
    }

    /** What is shown. */
    public sealed interface Shown {
        /** A one-time password, or a recovery code. */
        record Code(String code) implements Shown {
            @Override
            public String toString() {
                return "Code[hidden]";
            }
        }

        /** The account's password. */
        record Password(String password) implements Shown {
            @Override
            public String toString() {
                return "Password[hidden]";
            }
        }

        /** That Telegram knows him. */
        record Telegram(TelegramProofs.Proof proof) implements Shown {}
    }

    /** What became of it. */
    public sealed interface Result {
        /** An access token that says when it was shown. */
        record Proven(AccessPass access) implements Result {}

        /** Not a password of now, used already, or there is no second factor. */
        record WrongCode() implements Result {}

        /** Another password, or the account has none. */
        record WrongPassword() implements Result {}

        /** Telegram vouches for nobody, or did too long ago. */
        record Refused(TelegramProofs.Reason reason) implements Result {}

        /** Telegram vouches for somebody else. */
        record Stranger() implements Result {}

        /** He has a second factor: nothing less will do. */
        record CodeNeeded() implements Result {}

        /** The session or the account is over. */
        record Over() implements Result {}

        /** Too many of these. */
        record TooMany(Duration retryAfter) implements Result {}
    }

    /** Looks. A code that was shown is used up. */
    public Uni<Result> execute(Command command) {
        return switch (command.shown()) {
            case Shown.Code(var code) -> count(command, code);
            case Shown.Password(var password) ->
                    unlessCodeNeeded(command, () -> firstFactor.look(command.asked(), password));
            case Shown.Telegram(var proof) ->
                    unlessCodeNeeded(command, () -> firstFactor.look(command.asked(), proof));
        };
    }

    private Uni<Result> count(Command command, String code) {
        return gate.secondFactor(command.owner())
                .chain(
                        verdict ->
                                switch (verdict) {
                                    case Verdict.Exceeded(var wait) ->
                                            answer(new Result.TooMany(wait));
                                    case Verdict.Allowed() ->
                                            unitOfWork
                                                    .run(() -> checkAndProve(command, code))
                                                    .call(it -> rememberIfRight(it, command));
                                });
    }

    private Uni<Void> rememberIfRight(Result result, Command command) {
        return result instanceof Result.Proven
                ? gate.secondFactorRight(command.owner())
                : Uni.createFrom().voidItem();
    }

    private Uni<Result> checkAndProve(Command command, String code) {
        return desk.accept(command.owner(), code)
                .chain(
                        good ->
                                good
                                        ? sessions.prove(command.owner(), command.session())
                                                .map(StepUp::proven)
                                        : refuse(command.owner()));
    }

    private Uni<Result> refuse(AccountId owner) {
        trail.note(SecurityEventType.SECOND_FACTOR_FAILED, owner, "step up");
        return answer(new Result.WrongCode());
    }

    private Uni<Result> unlessCodeNeeded(Command command, Supplier<Uni<Looked>> look) {
        return unitOfWork
                .run(() -> desk.isDemanded(command.owner()))
                .chain(
                        demanded ->
                                demanded
                                        ? answer(new Result.CodeNeeded())
                                        : look.get().chain(looked -> show(looked, command)));
    }

    private Uni<Result> show(Looked looked, Command command) {
        return switch (looked) {
            case Looked.Right() ->
                    unitOfWork
                            .run(() -> sessions.show(command.owner(), command.session()))
                            .map(StepUp::proven);
            case Looked.WrongPassword() -> answer(new Result.WrongPassword());
            case Looked.Refused(var reason) -> answer(new Result.Refused(reason));
            case Looked.Stranger() -> answer(new Result.Stranger());
            case Looked.TooMany(var retryAfter) -> answer(new Result.TooMany(retryAfter));
        };
    }

    private static Result proven(Optional<AccessPass> pass) {
        return pass.<Result>map(Result.Proven::new).orElseGet(Result.Over::new);
    }

    private static Uni<Result> answer(Result result) {
        return Uni.createFrom().item(result);
    }
}
