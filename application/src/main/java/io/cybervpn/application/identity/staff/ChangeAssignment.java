package io.cybervpn.application.identity.staff;

import io.cybervpn.application.shared.Actor;
import io.cybervpn.application.shared.AuditTrail;
import io.cybervpn.application.shared.Permission;
import io.cybervpn.domain.identity.AccountId;
import io.cybervpn.domain.identity.AccountKind;
import io.cybervpn.domain.identity.RoleCode;
import io.cybervpn.domain.identity.model.Account;
import io.cybervpn.domain.identity.model.Assignment;
import io.cybervpn.domain.identity.repository.Accounts;
import io.cybervpn.domain.identity.repository.Assignments;
import io.cybervpn.domain.shared.Changes;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Gives a member of staff a role, for good or until some time, or takes it away (R44, R62). Needs
 * {@link Permission#ROLES_WRITE} and every permission of the role. Somebody always stays
 * super_admin for good.
 */
@Singleton
public final class ChangeAssignment {
    private final Rights rights;
    private final Accounts accounts;
    private final Assignments assignments;

    @Inject
    ChangeAssignment(Rights rights, Accounts accounts, Assignments assignments) {
        this.rights = rights;
        this.accounts = accounts;
        this.assignments = assignments;
    }

    /** What is wanted. */
    public sealed interface Command {
        /** Who wants it. */
        Actor actor();

        /** For whom. */
        AccountId staff();

        /** Which role. */
        RoleCode role();

        /** He shall have it; an earlier end of it is replaced. Empty: for good. */
        record Assign(Actor actor, AccountId staff, RoleCode role, Optional<Instant> expiresAt)
                implements Command {}

        /** He shall not have it. */
        record Withdraw(Actor actor, AccountId staff, RoleCode role) implements Command {}
    }

    /** What became of it. */
    public sealed interface Result {
        /** What he has now. */
        record Done(List<AssignmentView> assignments) implements Result {}

        /** Nothing changed. */
        record Refused(StaffRefusal why) implements Result {}
    }

    /** Changes. Assigning is repeatable; withdrawing twice finds nothing. */
    public Uni<Result> execute(Command command) {
        Optional<StaffRefusal> refusal = rights.refusal(command.actor(), Permission.ROLES_WRITE);
        if (refusal.isPresent()) {
            return refuse(refusal.get());
        }
        return rights.change(
                () ->
                        assignments
                                .takeTurn()
                                .chain(() -> accounts.find(command.staff()))
                                .chain(found -> check(found, command)));
    }

    private Uni<Result> check(Optional<Account> found, Command command) {
        if (found.filter(account -> account.kind() == AccountKind.STAFF).isEmpty()) {
            return refuse(StaffRefusal.NO_SUCH_STAFF);
        }
        return rights.find(command.role()).chain(role -> checkRole(role, command));
    }

    private Uni<Result> checkRole(Optional<RoleView> role, Command command) {
        if (role.isEmpty()) {
            return refuse(StaffRefusal.NO_SUCH_ROLE);
        }
        if (!Rights.covers(command.actor(), role.get().permissions())) {
            return refuse(StaffRefusal.BEYOND_OWN_RIGHTS);
        }
        return switch (command) {
            case Command.Assign assign -> assign(assign);
            case Command.Withdraw withdraw ->
                    assignments.of(withdraw.staff()).chain(held -> withdraw(held, withdraw));
        };
    }

    private Uni<Result> assign(Command.Assign command) {
        Instant now = rights.now();
        if (command.expiresAt().filter(end -> !end.isAfter(now)).isPresent()) {
            return refuse(StaffRefusal.EXPIRY_PAST);
        }
        Assignment next =
                new Assignment(
                        command.staff(),
                        command.role(),
                        now,
                        command.expiresAt(),
                        command.actor().account());
        return next.expiresAt().isPresent()
                ? unlessLast(command, () -> assignments.put(next))
                : assignments.put(next).chain(() -> done(command));
    }

    private Uni<Result> withdraw(List<Assignment> held, Command.Withdraw command) {
        return held.stream().noneMatch(one -> one.role().equals(command.role()))
                ? refuse(StaffRefusal.NO_SUCH_ASSIGNMENT)
                : unlessLast(command, () -> assignments.remove(command.staff(), command.role()));
    }

    private Uni<Result> unlessLast(Command command, Supplier<Uni<Void>> work) {
        if (!command.role().equals(BuiltInRole.SUPER_ADMIN.code())) {
            return work.get().chain(() -> done(command));
        }
        return assignments
                .lastsWithout(command.staff(), command.role())
                .chain(
                        another ->
                                another
                                        ? work.get().chain(() -> done(command))
                                        : refuse(StaffRefusal.LAST_SUPER_ADMIN));
    }

    private Uni<Result> done(Command command) {
        return rights.record(entry(command))
                .chain(() -> assignments.of(command.staff()))
                .map(held -> new Result.Done(held.stream().map(AssignmentView::of).toList()));
    }

    private static AuditTrail.Entry entry(Command command) {
        String role = command.role().value();
        return switch (command) {
            case Command.Assign assign ->
                    AuditTrail.Entry.of(
                                    assign.actor(),
                                    "roles.assign",
                                    "account",
                                    assign.staff().value())
                            .with(
                                    Changes.created(
                                            Map.of(
                                                    "role",
                                                    role,
                                                    "expiresAt",
                                                    assign.expiresAt()
                                                            .map(Instant::toString)
                                                            .orElse("never"))));
            case Command.Withdraw withdraw ->
                    AuditTrail.Entry.of(
                                    withdraw.actor(),
                                    "roles.withdraw",
                                    "account",
                                    withdraw.staff().value())
                            .with(Changes.removed(Map.of("role", role)));
        };
    }

    private static Uni<Result> refuse(StaffRefusal why) {
        return Uni.createFrom().item(new Result.Refused(why));
    }
}
