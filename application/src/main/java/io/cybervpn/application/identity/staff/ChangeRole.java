package io.cybervpn.application.identity.staff;

import io.cybervpn.application.shared.Actor;
import io.cybervpn.application.shared.AuditTrail;
import io.cybervpn.application.shared.Permission;
import io.cybervpn.domain.identity.RoleCode;
import io.cybervpn.domain.identity.model.Role;
import io.cybervpn.domain.identity.repository.Assignments;
import io.cybervpn.domain.identity.repository.Roles;
import io.cybervpn.domain.shared.Changes;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Makes, edits and removes roles of the shop's own (R44, R62). Needs {@link
 * Permission#ROLES_WRITE}, and every permission that the role has before or after.
 */
@Singleton
public final class ChangeRole {
    private final Rights rights;
    private final Roles roles;
    private final Assignments assignments;

    @Inject
    ChangeRole(Rights rights, Roles roles, Assignments assignments) {
        this.rights = rights;
        this.roles = roles;
        this.assignments = assignments;
    }

    /** What is wanted. */
    public sealed interface Command {
        /** Who wants it. */
        Actor actor();

        /** Which role. */
        RoleCode code();

        /** A new role. */
        record Create(Actor actor, RoleCode code, String name, Set<Permission> permissions)
                implements Command {}

        /** The whole role as it shall be, and the version that was seen. */
        record Edit(
                Actor actor,
                RoleCode code,
                String name,
                Set<Permission> permissions,
                long seenVersion)
                implements Command {}

        /** Away with it; nobody may have it any more. */
        record Remove(Actor actor, RoleCode code) implements Command {}
    }

    /** What became of it. */
    public sealed interface Result {
        /** The role as it is now, or was last. */
        record Done(RoleView role) implements Result {}

        /** Nothing changed. */
        record Refused(StaffRefusal why) implements Result {}
    }

    /** Changes. Not repeatable: the second time the code is taken, the version stale or gone. */
    public Uni<Result> execute(Command command) {
        Optional<StaffRefusal> refusal = rights.refusal(command.actor(), Permission.ROLES_WRITE);
        if (refusal.isPresent()) {
            return refuse(refusal.get());
        }
        if (BuiltInRole.find(command.code()).isPresent()) {
            return refuse(
                    command instanceof Command.Create
                            ? StaffRefusal.CODE_TAKEN
                            : StaffRefusal.BUILT_IN);
        }
        return switch (command) {
            case Command.Create create -> rights.change(() -> create(create));
            case Command.Edit edit ->
                    rights.change(() -> roles.lock(edit.code()).chain(found -> edit(found, edit)));
            case Command.Remove remove ->
                    rights.change(
                            () -> roles.lock(remove.code()).chain(found -> remove(found, remove)));
        };
    }

    private Uni<Result> create(Command.Create command) {
        if (!Rights.covers(command.actor(), command.permissions())) {
            return refuse(StaffRefusal.BEYOND_OWN_RIGHTS);
        }
        Role role =
                Role.create(
                        command.code(), command.name(), codes(command.permissions()), rights.now());
        RoleView view = RoleView.of(role);
        return roles.add(role)
                .chain(
                        added ->
                                added
                                        ? done(
                                                command,
                                                "roles.create",
                                                view,
                                                Changes.created(fields(view)))
                                        : refuse(StaffRefusal.CODE_TAKEN));
    }

    private Uni<Result> edit(Optional<Role> found, Command.Edit command) {
        if (found.isEmpty()) {
            return refuse(StaffRefusal.NO_SUCH_ROLE);
        }
        Role role = found.get();
        if (role.version() != command.seenVersion()) {
            return refuse(StaffRefusal.STALE);
        }
        Set<Permission> touched = new HashSet<>(command.permissions());
        touched.addAll(RoleView.known(role.permissions()));
        if (!Rights.covers(command.actor(), touched)) {
            return refuse(StaffRefusal.BEYOND_OWN_RIGHTS);
        }
        Role next = role.edit(command.name(), codes(command.permissions()), rights.now());
        RoleView view = RoleView.of(next);
        Changes changes = Changes.between(fields(RoleView.of(role)), fields(view));
        return roles.save(next).chain(() -> done(command, "roles.edit", view, changes));
    }

    private Uni<Result> remove(Optional<Role> found, Command.Remove command) {
        if (found.isEmpty()) {
            return refuse(StaffRefusal.NO_SUCH_ROLE);
        }
        RoleView role = RoleView.of(found.get());
        if (!Rights.covers(command.actor(), role.permissions())) {
            return refuse(StaffRefusal.BEYOND_OWN_RIGHTS);
        }
        return assignments
                .takeTurn()
                .chain(() -> assignments.anyOf(role.code()))
                .chain(used -> used ? refuse(StaffRefusal.ROLE_IN_USE) : remove(role, command));
    }

    private Uni<Result> remove(RoleView role, Command.Remove command) {
        Changes changes = Changes.removed(fields(role));
        return roles.remove(role.code()).chain(() -> done(command, "roles.remove", role, changes));
    }

    private Uni<Result> done(Command command, String action, RoleView role, Changes changes) {
        return rights.record(
                        AuditTrail.Entry.of(command.actor(), action, "role", role.code().value())
                                .with(changes))
                .replaceWith(new Result.Done(role));
    }

    private static Map<String, Object> fields(RoleView role) {
        return Map.of("name", role.name(), "permissions", codes(role.permissions()));
    }

    private static Set<String> codes(Set<Permission> permissions) {
        return permissions.stream()
                .map(Permission::code)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Uni<Result> refuse(StaffRefusal why) {
        return Uni.createFrom().item(new Result.Refused(why));
    }
}
