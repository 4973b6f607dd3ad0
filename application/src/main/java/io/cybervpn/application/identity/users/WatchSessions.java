package io.cybervpn.application.identity.users;

import io.cybervpn.application.identity.SessionEndings;
import io.cybervpn.application.shared.Actor;
import io.cybervpn.application.shared.Permission;
import io.cybervpn.domain.identity.AccountId;
import io.cybervpn.domain.identity.SessionId;
import io.cybervpn.domain.identity.model.Account;
import io.cybervpn.domain.identity.model.Session;
import io.cybervpn.domain.identity.repository.OpenSessions;
import io.cybervpn.domain.identity.repository.OpenSessions.Seen;
import io.cybervpn.domain.identity.repository.OpenSessions.Which;
import io.cybervpn.domain.shared.Changes;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.function.Function;

/**
 * Shows where a customer is logged in and ends it. Needs {@link Permission#USERS_READ} to see and
 * {@link Permission#USERS_BLOCK} to end.
 */
@Singleton
public final class WatchSessions {
    private static final int SESSIONS_MAX = 200;

    private final Customers customers;
    private final OpenSessions openSessions;
    private final SessionEndings endings;
    private final Clock clock;

    @Inject
    WatchSessions(
            Customers customers, OpenSessions openSessions, SessionEndings endings, Clock clock) {
        this.customers = customers;
        this.openSessions = openSessions;
        this.endings = endings;
        this.clock = clock;
    }

    /** What is wanted. */
    public sealed interface Command {
        /** Who wants it. */
        Actor actor();

        /** Whose sessions. */
        AccountId user();

        /** To see the open ones. */
        record Look(Actor actor, AccountId user) implements Command {}

        /** To end some. */
        record End(Actor actor, AccountId user, Which which) implements Command {}
    }

    /** What became of it. */
    public sealed interface Result {
        /** The open ones, the newest use first, at most 200. */
        record Sessions(List<Seen> sessions) implements Result {}

        /** Ended. */
        record Ended(List<SessionId> sessions) implements Result {}

        /** Nothing changed. */
        record Refused(UserRefusal why) implements Result {}
    }

    /** Does it. Repeatable. Tokens of ended sessions are good no more with the next request. */
    public Uni<Result> execute(Command command) {
        return switch (command) {
            case Command.Look look ->
                    permitted(look, Permission.USERS_READ, account -> look(account));
            case Command.End end ->
                    permitted(end, Permission.USERS_BLOCK, account -> end(account, end))
                            .call(this::spread);
        };
    }

    private Uni<Result> permitted(
            Command command, Permission needed, Function<Account, Uni<Result>> work) {
        return command.actor().may(needed)
                ? customers.locked(
                        command.user(), work, () -> new Result.Refused(UserRefusal.NO_SUCH_USER))
                : Uni.createFrom().item(new Result.Refused(UserRefusal.FORBIDDEN));
    }

    private Uni<Result> look(Account account) {
        return openSessions
                .of(account.id(), clock.instant(), SESSIONS_MAX)
                .map(Result.Sessions::new);
    }

    private Uni<Result> end(Account account, Command.End command) {
        return endings.end(account.id(), command.which(), Session.EndReason.REVOKED)
                .call(
                        ended ->
                                customers.record(
                                        command.actor(),
                                        "users.end_sessions",
                                        account.id(),
                                        Changes.none().and("open", sizeOf(ended), "0")))
                .map(Result.Ended::new);
    }

    private static String sizeOf(List<SessionId> ended) {
        return String.valueOf(ended.size());
    }

    private Uni<Void> spread(Result result) {
        return switch (result) {
            case Result.Ended(var ended) -> endings.spread(ended);
            case Result.Sessions _, Result.Refused _ -> Uni.createFrom().voidItem();
        };
    }
}
