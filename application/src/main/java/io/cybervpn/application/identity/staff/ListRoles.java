package io.cybervpn.application.identity.staff;

import io.cybervpn.application.shared.Actor;
import io.cybervpn.application.shared.Permission;
import io.cybervpn.domain.identity.model.Role;
import io.cybervpn.domain.identity.repository.Roles;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.stream.Stream;

/** Shows all roles, the built-in ones first (R44). Needs {@link Permission#ROLES_READ}. */
@Singleton
public final class ListRoles {
    private final Rights rights;
    private final Roles roles;

    @Inject
    ListRoles(Rights rights, Roles roles) {
        this.rights = rights;
        this.roles = roles;
    }

    /** The answer. */
    public sealed interface Result {
        /** At most 205. */
        record Listed(List<RoleView> roles) implements Result {
            /** Copies the list. */
            public Listed {
                roles = List.copyOf(roles);
            }
        }

        /** The actor may not. */
        record Forbidden() implements Result {}
    }

    /** Answers. Changes nothing. */
    public Uni<Result> execute(Actor actor) {
        return actor.may(Permission.ROLES_READ)
                ? rights.read(roles::all).map(ListRoles::answer)
                : Uni.createFrom().item(new Result.Forbidden());
    }

    private static Result answer(List<Role> own) {
        return new Result.Listed(
                Stream.concat(
                                Stream.of(BuiltInRole.values()).map(BuiltInRole::view),
                                own.stream().map(RoleView::of))
                        .toList());
    }
}
