package io.cybervpn.application.identity.users;

import io.cybervpn.application.identity.AccountView;
import io.cybervpn.application.identity.profile.ProfileDesk;
import io.cybervpn.application.identity.profile.ProfileView;
import io.cybervpn.application.shared.Actor;
import io.cybervpn.application.shared.Permission;
import io.cybervpn.domain.identity.AccountId;
import io.cybervpn.domain.identity.model.Account;
import io.cybervpn.domain.identity.repository.CustomerCards;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;

/** Shows staff one customer (R49). Needs {@link Permission#USERS_READ}. */
@Singleton
public final class ViewUser {
    private final Customers customers;
    private final CustomerCards cards;
    private final ProfileDesk profiles;

    @Inject
    ViewUser(Customers customers, CustomerCards cards, ProfileDesk profiles) {
        this.customers = customers;
        this.cards = cards;
        this.profiles = profiles;
    }

    /** Who asks, about whom. */
    public record Command(Actor actor, AccountId user) {}

    /** The answer. */
    public sealed interface Result {
        /** The card. */
        record Shown(UserCard card) implements Result {}

        /** Not to be seen. */
        record Refused(UserRefusal why) implements Result {}
    }

    /** Answers. Changes nothing. */
    public Uni<Result> execute(Command command) {
        return command.actor().may(Permission.USERS_READ)
                ? customers.seen(
                        command.user(),
                        this::show,
                        () -> new Result.Refused(UserRefusal.NO_SUCH_USER))
                : Uni.createFrom().item(new Result.Refused(UserRefusal.FORBIDDEN));
    }

    private Uni<Result> show(Account account) {
        return profiles.view(account).chain(profile -> show(account, profile));
    }

    private Uni<Result> show(Account account, ProfileView profile) {
        return cards.tags(account.id())
                .map(tags -> new UserCard(AccountView.of(account), profile, tags))
                .map(Result.Shown::new);
    }
}
