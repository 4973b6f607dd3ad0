package io.cybervpn.application.identity;

import io.cybervpn.application.identity.profile.ProfileView;
import io.cybervpn.application.shared.Actor;
import io.cybervpn.application.shared.Permission;
import io.cybervpn.application.shared.UnitOfWork;
import io.cybervpn.domain.identity.AccountId;
import io.cybervpn.domain.identity.model.Account;
import io.cybervpn.domain.identity.repository.Accounts;
import io.cybervpn.domain.identity.repository.Profiles;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Set;

/** Tells somebody who he is and what he may do; user interfaces hide the rest by it. */
@Singleton
public final class ViewMe {
    private final UnitOfWork unitOfWork;
    private final Accounts accounts;
    private final Profiles profiles;

    @Inject
    ViewMe(UnitOfWork unitOfWork, Accounts accounts, Profiles profiles) {
        this.unitOfWork = unitOfWork;
        this.accounts = accounts;
        this.profiles = profiles;
    }

    /** The answer. */
    public sealed interface Result {
        /** The actor's account, as it is now, and what he may do. */
        record Me(AccountView account, ProfileView profile, Set<Permission> permissions)
                implements Result {}

        /** Nobody who has an account. */
        record NoAccount() implements Result {}
    }

    /** Answers. Changes nothing. */
    public Uni<Result> execute(Actor actor) {
        return actor.account()
                .map(id -> view(id, permissionsOf(actor)))
                .orElseGet(() -> Uni.createFrom().item(new Result.NoAccount()));
    }

    private Uni<Result> view(AccountId id, Set<Permission> permissions) {
        return unitOfWork.run(
                () ->
                        accounts.find(id)
                                .chain(
                                        found ->
                                                found.map(account -> me(account, permissions))
                                                        .orElseGet(ViewMe::nobody)));
    }

    private Uni<Result> me(Account account, Set<Permission> permissions) {
        return profiles.of(account.id())
                .map(ProfileView::of)
                .map(profile -> new Result.Me(AccountView.of(account), profile, permissions));
    }

    private static Uni<Result> nobody() {
        return Uni.createFrom().item(new Result.NoAccount());
    }

    private static Set<Permission> permissionsOf(Actor actor) {
        return switch (actor) {
            case Actor.Staff staff -> staff.permissions();
            case Actor.Key key -> key.permissions();
            case Actor.Guest _, Actor.Customer _, Actor.System _ -> Set.of();
        };
    }
}
