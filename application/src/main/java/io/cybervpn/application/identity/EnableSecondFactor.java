package io.cybervpn.application.identity;

import io.cybervpn.application.shared.UnitOfWork;
import io.cybervpn.domain.identity.AccountId;
import io.cybervpn.domain.identity.model.Account;
import io.cybervpn.domain.identity.model.SecondFactor;
import io.cybervpn.domain.identity.repository.Accounts;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Optional;

/**
 * Proposes a second factor: a secret for an app, which counts when its owner shows that the app
 * knows it. The caller has made sure that he is the owner.
 */
@Singleton
public final class EnableSecondFactor {
    private final UnitOfWork unitOfWork;
    private final Accounts accounts;
    private final SecondFactorDesk desk;

    @Inject
    EnableSecondFactor(UnitOfWork unitOfWork, Accounts accounts, SecondFactorDesk desk) {
        this.unitOfWork = unitOfWork;
        this.accounts = accounts;
        this.desk = desk;
    }

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

        /** The account is gone. */
        record NoAccount() implements Result {}
    }

    /** Proposes. Repeatable: the newest proposal counts. */
    public Uni<Result> execute(AccountId owner) {
        return unitOfWork.run(() -> accounts.find(owner).chain(this::lookAt));
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
