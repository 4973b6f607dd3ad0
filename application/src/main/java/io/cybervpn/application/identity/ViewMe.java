package io.cybervpn.application.identity;

import io.cybervpn.application.shared.Actor;
import io.cybervpn.application.shared.Permission;
import io.cybervpn.application.shared.UnitOfWork;
import io.cybervpn.domain.identity.AccountId;
import io.cybervpn.domain.identity.model.Account;
import io.cybervpn.domain.identity.repository.Accounts;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.Set;

/** Tells somebody who he is and what he may do; user interfaces hide the rest by it. */
@Singleton
public final class ViewMe {
    private final UnitOfWork unitOfWork;
    private final Accounts accounts;

    @Inject
    ViewMe(UnitOfWork unitOfWork, Accounts accounts) {
        this.unitOfWork = unitOfWork;
        this.accounts = accounts;
    }

    /** The answer. */
    public sealed interface Result {
        /** The actor's account, as it is now, and the permissions of its kind. */
        record Me(AccountView account, Set<Permission> permissions) implements Result {}

        /** Nobody who has an account. */
        record NoAccount() implements Result {}
    }

    /** Answers. Changes nothing. */
    public Uni<Result> execute(Actor actor) {
        return actor.account()
                .map(this::view)
                .orElseGet(() -> Uni.createFrom().item(new Result.NoAccount()));
    }

    private Uni<Result> view(AccountId id) {
        return unitOfWork.run(() -> accounts.find(id)).map(ViewMe::answer);
    }

    private static Result answer(Optional<Account> found) {
        return found.<Result>map(ViewMe::me).orElseGet(Result.NoAccount::new);
    }

    private static Result me(Account account) {
        return new Result.Me(AccountView.of(account), Roles.permissionsOf(account.kind()));
    }
}
