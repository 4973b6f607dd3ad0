package io.cybervpn.application.identity;

import io.cybervpn.application.shared.UnitOfWork;
import io.cybervpn.domain.identity.AccountId;
import io.cybervpn.domain.identity.SessionId;
import io.cybervpn.domain.identity.model.Account;
import io.cybervpn.domain.identity.model.SecondFactor;
import io.cybervpn.domain.identity.repository.Accounts;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Optional;

/**
 * Proposes a second factor: a secret for an app, which counts when its owner shows that the app
 * knows it. Wants a fresh proof that he is the owner: who finds a session open must not lock its
 * owner out.
 */
@Singleton
public final class EnableSecondFactor {
    private final UnitOfWork unitOfWork;
    private final Accounts accounts;
    private final SecondFactorDesk desk;
    private final FreshProof freshProof;

    @Inject
    EnableSecondFactor(
            UnitOfWork unitOfWork,
            Accounts accounts,
            SecondFactorDesk desk,
            FreshProof freshProof) {
        this.unitOfWork = unitOfWork;
        this.accounts = accounts;
        this.desk = desk;
        this.freshProof = freshProof;
    }

    /** For whom, in which session. */
    public record Command(AccountId owner, Optional<SessionId> session) {}

    /** What became of it. */
    public sealed interface Result {
        /**
         * To be typed or scanned.
         *
         * @param secret Base32
         * @param label whose it is, for the app's list
         */
        record Proposed(String secret, String label) implements Result {
            @Override
            public String toString() {
                return "Proposed[hidden]";
            }
        }

        /** There is one in force; it has to be taken away first. */
        record AlreadyActive() implements Result {}

        /** He has not shown lately that it is he. */
        record StepUpNeeded() implements Result {}

        /** The account is gone. */
        record NoAccount() implements Result {}
    }

    /** Proposes. Repeatable: the newest proposal counts. */
    public Uni<Result> execute(Command command) {
        return unitOfWork.run(
                () ->
                        freshProof
                                .isGiven(command.owner(), command.session())
                                .chain(
                                        fresh ->
                                                fresh
                                                        ? accounts.find(command.owner())
                                                                .chain(this::lookAt)
                                                        : stepUp()));
    }

    private static Uni<Result> stepUp() {
        return Uni.createFrom().item(new Result.StepUpNeeded());
    }

    private Uni<Result> lookAt(Optional<Account> found) {
        return found.map(
                        account ->
                                desk.lock(account.id()).chain(before -> propose(account, before)))
                .orElseGet(() -> Uni.createFrom().item(new Result.NoAccount()));
    }

    private Uni<Result> propose(Account account, Optional<SecondFactor> before) {
        return before.flatMap(SecondFactorDesk::active).isPresent()
                ? Uni.createFrom().item(new Result.AlreadyActive())
                : desk.propose(account.id())
                        .map(secret -> new Result.Proposed(secret, label(account)));
    }

    private static String label(Account account) {
        return account.email()
                .map(email -> email.value())
                .orElseGet(account.id().value()::toString);
    }
}
