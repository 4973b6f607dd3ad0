package io.cybervpn.application.identity;

import io.cybervpn.application.identity.port.LoginChallenges;
import io.cybervpn.application.identity.port.RateLimits.Verdict;
import io.cybervpn.application.shared.UnitOfWork;
import io.cybervpn.domain.identity.AccountId;
import io.cybervpn.domain.identity.Client;
import io.cybervpn.domain.identity.model.Account;
import io.cybervpn.domain.identity.repository.Accounts;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Optional;

/** Finishes a login with the second factor. Open to everybody who has a challenge. */
@Singleton
public final class PassSecondFactor {
    private final Gate gate;
    private final LoginChallenges challenges;
    private final UnitOfWork unitOfWork;
    private final Accounts accounts;
    private final SecondFactorDesk desk;
    private final TokenDesk tokens;

    @Inject
    PassSecondFactor(
            Gate gate,
            LoginChallenges challenges,
            UnitOfWork unitOfWork,
            Accounts accounts,
            SecondFactorDesk desk,
            TokenDesk tokens) {
        this.gate = gate;
        this.challenges = challenges;
        this.unitOfWork = unitOfWork;
        this.accounts = accounts;
        this.desk = desk;
        this.tokens = tokens;
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
        /** Logged in; the session counts as proven. */
        record LoggedIn(AccountView account, TokenPair tokens) implements Result {}

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
                            .call(result -> closeIfDone(result, command.challenge()));
        };
    }

    private Uni<Result> accept(AccountId id, Command command) {
        return desk.accept(id, command.shown())
                .chain(
                        good ->
                                good
                                        ? accounts.find(id)
                                                .chain(found -> open(found, command.client()))
                                        : Uni.createFrom().item(new Result.WrongCode()));
    }

    private Uni<Result> open(Optional<Account> found, Client client) {
        return found.filter(Account::mayLogIn)
                .map(account -> open(account, client))
                .orElseGet(PassSecondFactor::over);
    }

    private Uni<Result> open(Account account, Client client) {
        return tokens.openProven(account, client)
                .map(pair -> new Result.LoggedIn(AccountView.of(account), pair));
    }

    private Uni<Void> closeIfDone(Result result, String challenge) {
        return result instanceof Result.LoggedIn
                ? challenges.close(challenge)
                : Uni.createFrom().voidItem();
    }

    private static Uni<Result> over() {
        return Uni.createFrom().item(new Result.Over());
    }
}
