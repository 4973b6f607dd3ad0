package io.cybervpn.application.identity;

import io.cybervpn.application.shared.Actor;
import io.cybervpn.application.shared.UnitOfWork;
import io.cybervpn.domain.identity.AccountId;
import io.cybervpn.domain.identity.AccountKind;
import io.cybervpn.domain.identity.SessionId;
import io.cybervpn.domain.identity.model.Account;
import io.cybervpn.domain.identity.model.Email;
import io.cybervpn.domain.identity.repository.Accounts;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Lets a customer be forgotten by his own wish (R56), at once and for good. An API key in his name
 * cannot wish it, and staff leave in another way.
 */
@Singleton
public final class DeleteAccount {
    private final OwnershipProof proof;
    private final UnitOfWork unitOfWork;
    private final Accounts accounts;
    private final Erasure erasure;
    private final SessionEndings sessions;

    @Inject
    DeleteAccount(
            OwnershipProof proof,
            UnitOfWork unitOfWork,
            Accounts accounts,
            Erasure erasure,
            SessionEndings sessions) {
        this.proof = proof;
        this.unitOfWork = unitOfWork;
        this.accounts = accounts;
        this.erasure = erasure;
        this.sessions = sessions;
    }

    /**
     * The wish.
     *
     * @param phrase see {@link #phraseOf}
     * @param address whom to count it for
     */
    public record Command(
            Actor actor,
            Optional<SessionId> session,
            String phrase,
            ProofShown shown,
            String address) {}

    /** What became of it. */
    public sealed interface Result {
        /** He is forgotten. */
        record Deleted() implements Result {}

        /** He has to type this, so that it is no slip. */
        record WrongPhrase(String expected) implements Result {}

        /** He has to show more. */
        record NotProven(ProofLack lack) implements Result {}

        /** Too many of these. */
        record TooMany(Duration retryAfter) implements Result {}

        /** Not a customer himself. */
        record Forbidden() implements Result {}
    }

    /** What has to be typed: {@code DELETE} and the e-mail, or the id where there is none. */
    static String phraseOf(Account account) {
        return "DELETE "
                + account.email()
                        .map(Email::value)
                        .orElseGet(() -> account.id().value().toString());
    }

    /** Deletes. Of two at once one does it, and the other is told that the account is gone. */
    public Uni<Result> execute(Command command) {
        return himself(command.actor())
                .map(id -> checkPhrase(id, command))
                .orElseGet(() -> item(new Result.Forbidden()));
    }

    /** The customer who acts without a program in between. */
    static Optional<AccountId> himself(Actor actor) {
        return actor instanceof Actor.Customer && actor.apiKey().isEmpty()
                ? actor.account()
                : Optional.empty();
    }

    private Uni<Result> checkPhrase(AccountId id, Command command) {
        return unitOfWork
                .run(() -> accounts.find(id))
                .map(found -> found.filter(DeleteAccount::isThere))
                .chain(
                        found ->
                                found.map(account -> checkPhrase(account, command))
                                        .orElseGet(() -> item(new Result.Forbidden())));
    }

    private Uni<Result> checkPhrase(Account account, Command command) {
        String expected = phraseOf(account);
        return command.phrase().strip().equals(expected)
                ? proof.look(
                                new OwnershipProof.Visitor(
                                        account.id(), command.session(), command.address()),
                                command.shown())
                        .chain(proven -> delete(proven, command.actor()))
                : item(new Result.WrongPhrase(expected));
    }

    private Uni<Result> delete(Proven proven, Actor actor) {
        return switch (proven) {
            case Proven.TooMany(var wait) -> item(new Result.TooMany(wait));
            case Proven.Not(var lack) -> item(new Result.NotProven(lack));
            case Proven.Yes(var account) ->
                    unitOfWork
                            .run(() -> lockAndErase(account.id(), actor))
                            .call(ended -> sessions.spread(ended.orElse(List.of())))
                            .map(
                                    ended ->
                                            ended.isPresent()
                                                    ? new Result.Deleted()
                                                    : new Result.Forbidden());
        };
    }

    private Uni<Optional<List<SessionId>>> lockAndErase(AccountId id, Actor actor) {
        return accounts.lock(id)
                .map(found -> found.filter(DeleteAccount::isThere))
                .chain(
                        found ->
                                found.map(
                                                account ->
                                                        erasure.erase(account, actor)
                                                                .map(Optional::of))
                                        .orElseGet(() -> item(Optional.empty())));
    }

    private static boolean isThere(Account account) {
        return account.mayLogIn() && account.kind() == AccountKind.CUSTOMER;
    }

    private static <T> Uni<T> item(T item) {
        return Uni.createFrom().item(item);
    }
}
