package io.cybervpn.application.identity.staff;

import io.cybervpn.application.identity.SessionEndings;
import io.cybervpn.application.shared.Actor;
import io.cybervpn.application.shared.AuditTrail;
import io.cybervpn.application.shared.Permission;
import io.cybervpn.domain.identity.AccountId;
import io.cybervpn.domain.identity.AccountKind;
import io.cybervpn.domain.identity.AccountStatus;
import io.cybervpn.domain.identity.SessionId;
import io.cybervpn.domain.identity.model.Account;
import io.cybervpn.domain.identity.model.Assignment;
import io.cybervpn.domain.identity.model.Session;
import io.cybervpn.domain.identity.repository.Accounts;
import io.cybervpn.domain.identity.repository.Assignments;
import io.cybervpn.domain.identity.repository.OpenSessions.Which;
import io.cybervpn.domain.shared.Changes;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;

/**
 * Takes all rights from a member of staff at once, or gives them back. Needs {@link
 * Permission#STAFF_WRITE} and every permission that he has.
 */
@Singleton
public final class ChangeStaffStatus {
    private final Rights rights;
    private final Accounts accounts;
    private final Assignments assignments;
    private final SessionEndings endings;

    @Inject
    ChangeStaffStatus(
            Rights rights, Accounts accounts, Assignments assignments, SessionEndings endings) {
        this.rights = rights;
        this.accounts = accounts;
        this.assignments = assignments;
        this.endings = endings;
    }

    /** Who wants whom in or out. */
    public record Command(Actor actor, AccountId staff, AccountStatus status) {}

    /** What became of it. */
    public sealed interface Result {
        /** So it is now; these sessions ended with it. */
        record Done(List<SessionId> ended) implements Result {}

        /** Nothing changed. */
        record Refused(StaffRefusal why) implements Result {}
    }

    /** Changes. Repeatable. He may do nothing any more within 2 s. */
    public Uni<Result> execute(Command command) {
        Optional<StaffRefusal> refusal = rights.refusal(command.actor(), Permission.STAFF_WRITE);
        if (refusal.isPresent()) {
            return refuse(refusal.get());
        }
        if (command.actor().account().filter(command.staff()::equals).isPresent()) {
            return refuse(StaffRefusal.ONESELF);
        }
        return rights.change(() -> takeTurn(command)).call(this::spread);
    }

    private Uni<Result> takeTurn(Command command) {
        return assignments
                .takeTurn()
                .chain(() -> accounts.lock(command.staff()))
                .chain(found -> check(found, command));
    }

    private Uni<Void> spread(Result result) {
        return switch (result) {
            case Result.Done(var ended) -> endings.spread(ended);
            case Result.Refused _ -> Uni.createFrom().voidItem();
        };
    }

    private Uni<Result> check(Optional<Account> found, Command command) {
        return found.filter(account -> account.kind() == AccountKind.STAFF)
                .map(account -> checkRoles(account, command))
                .orElseGet(() -> refuse(StaffRefusal.NO_SUCH_STAFF));
    }

    private Uni<Result> checkRoles(Account account, Command command) {
        return assignments
                .of(account.id())
                .map(held -> held.stream().map(Assignment::role).toList())
                .chain(rights::findAll)
                .chain(roles -> checkRoles(roles, account, command));
    }

    private Uni<Result> checkRoles(List<RoleView> roles, Account account, Command command) {
        if (!roles.stream().allMatch(r -> Rights.covers(command.actor(), r.permissions()))) {
            return refuse(StaffRefusal.BEYOND_OWN_RIGHTS);
        }
        return assignments
                .lastsWithout(account.id(), BuiltInRole.SUPER_ADMIN.code())
                .chain(
                        another ->
                                another
                                        ? save(account, command)
                                        : refuse(StaffRefusal.LAST_SUPER_ADMIN));
    }

    private Uni<Result> save(Account account, Command command) {
        Account next = account.withStatus(command.status());
        AuditTrail.Entry entry =
                AuditTrail.Entry.of(
                                command.actor(),
                                "staff.change_status",
                                "account",
                                account.id().value())
                        .with(
                                Changes.none()
                                        .and(
                                                "status",
                                                account.status().code(),
                                                next.status().code()));
        return accounts.save(next)
                .chain(() -> rights.record(entry))
                .chain(() -> end(next))
                .map(Result.Done::new);
    }

    private Uni<List<SessionId>> end(Account account) {
        return account.mayLogIn()
                ? Uni.createFrom().item(List.of())
                : endings.end(account.id(), new Which.All(), Session.EndReason.ACCOUNT_BLOCKED);
    }

    private static Uni<Result> refuse(StaffRefusal why) {
        return Uni.createFrom().item(new Result.Refused(why));
    }
}
