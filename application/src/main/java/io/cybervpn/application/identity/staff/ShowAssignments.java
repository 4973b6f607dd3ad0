package io.cybervpn.application.identity.staff;

import io.cybervpn.application.shared.Actor;
import io.cybervpn.application.shared.Permission;
import io.cybervpn.domain.identity.AccountId;
import io.cybervpn.domain.identity.AccountKind;
import io.cybervpn.domain.identity.model.Account;
import io.cybervpn.domain.identity.repository.Accounts;
import io.cybervpn.domain.identity.repository.Assignments;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;

/** Shows which roles a member of staff has (R66). Needs {@link Permission#STAFF_READ}. */
@Singleton
public final class ShowAssignments {
    private final Rights rights;
    private final Accounts accounts;
    private final Assignments assignments;

    @Inject
    ShowAssignments(Rights rights, Accounts accounts, Assignments assignments) {
        this.rights = rights;
        this.accounts = accounts;
        this.assignments = assignments;
    }

    /** Who asks, about whom. */
    public record Command(Actor actor, AccountId staff) {}

    /** The answer. */
    public sealed interface Result {
        /** What he has, also what ended. */
        record Shown(List<AssignmentView> assignments) implements Result {}

        /** Not to be seen. */
        record Refused(StaffRefusal why) implements Result {}
    }

    /** Answers. Changes nothing. */
    public Uni<Result> execute(Command command) {
        if (!command.actor().may(Permission.STAFF_READ)) {
            return Uni.createFrom().item(new Result.Refused(StaffRefusal.FORBIDDEN));
        }
        return rights.read(() -> accounts.find(command.staff()).chain(this::show));
    }

    private Uni<Result> show(Optional<Account> found) {
        return found.filter(account -> account.kind() == AccountKind.STAFF)
                .map(account -> show(account.id()))
                .orElseGet(
                        () ->
                                Uni.createFrom()
                                        .item(new Result.Refused(StaffRefusal.NO_SUCH_STAFF)));
    }

    private Uni<Result> show(AccountId staff) {
        return assignments
                .of(staff)
                .map(held -> new Result.Shown(held.stream().map(AssignmentView::of).toList()));
    }
}
