package io.cybervpn.application.identity.users;

import io.cybervpn.application.identity.SessionEndings;
import io.cybervpn.application.shared.Actor;
import io.cybervpn.application.shared.Permission;
import io.cybervpn.domain.identity.AccountId;
import io.cybervpn.domain.identity.AccountStatus;
import io.cybervpn.domain.identity.SessionId;
import io.cybervpn.domain.identity.model.Account;
import io.cybervpn.domain.identity.model.Session;
import io.cybervpn.domain.identity.repository.OpenSessions.Which;
import io.cybervpn.domain.shared.Changes;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;

/**
 * Blocks a customer, whose sessions end with it, or lets him in again (R52). Needs {@link
 * Permission#USERS_BLOCK}.
 */
@Singleton
public final class ChangeUserStatus {
    private final Customers customers;
    private final SessionEndings endings;

    @Inject
    ChangeUserStatus(Customers customers, SessionEndings endings) {
        this.customers = customers;
        this.endings = endings;
    }

    /** Who blocks or unblocks whom. */
    public record Command(Actor actor, AccountId user, AccountStatus status) {}

    /** What became of it. */
    public sealed interface Result {
        /** So it is now; these sessions ended with it. */
        record Done(List<SessionId> ended) implements Result {}

        /** Nothing changed. */
        record Refused(UserRefusal why) implements Result {}
    }

    /** Changes. Repeatable. */
    public Uni<Result> execute(Command command) {
        if (!command.actor().may(Permission.USERS_BLOCK)) {
            return Uni.createFrom().item(new Result.Refused(UserRefusal.FORBIDDEN));
        }
        return customers
                .<Result>locked(
                        command.user(),
                        account -> change(account, command),
                        () -> new Result.Refused(UserRefusal.NO_SUCH_USER))
                .call(this::spread);
    }

    private Uni<Result> change(Account account, Command command) {
        Account next = account.withStatus(command.status());
        Changes changes =
                Changes.none().and("status", account.status().code(), next.status().code());
        return customers
                .save(next)
                .chain(
                        () ->
                                customers.record(
                                        command.actor(),
                                        "users.change_status",
                                        account.id(),
                                        changes))
                .chain(() -> end(next))
                .map(Result.Done::new);
    }

    private Uni<List<SessionId>> end(Account account) {
        return account.mayLogIn()
                ? Uni.createFrom().item(List.of())
                : endings.end(account.id(), new Which.All(), Session.EndReason.ACCOUNT_BLOCKED);
    }

    private Uni<Void> spread(Result result) {
        return switch (result) {
            case Result.Done(var ended) -> endings.spread(ended);
            case Result.Refused _ -> Uni.createFrom().voidItem();
        };
    }
}
