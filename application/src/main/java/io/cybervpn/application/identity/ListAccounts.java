package io.cybervpn.application.identity;

import io.cybervpn.application.identity.port.AccountList;
import io.cybervpn.application.shared.Actor;
import io.cybervpn.application.shared.Page;
import io.cybervpn.application.shared.Permission;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;

/** Shows staff the accounts of the shop (R48). Needs {@link Permission#USERS_READ}. */
@Singleton
public final class ListAccounts {
    private final AccountList list;

    @Inject
    ListAccounts(AccountList list) {
        this.list = list;
    }

    /** Who asks, for what. */
    public record Command(Actor actor, AccountList.Query query) {}

    /** The answer. */
    public sealed interface Result {
        /** One page. */
        record Listed(Page<AccountView> page) implements Result {}

        /** The actor may not. */
        record Forbidden() implements Result {}
    }

    /** Answers. Changes nothing. */
    public Uni<Result> execute(Command command) {
        if (!command.actor().may(Permission.USERS_READ)) {
            return Uni.createFrom().item(new Result.Forbidden());
        }
        return list.page(command.query()).map(Result.Listed::new);
    }
}
