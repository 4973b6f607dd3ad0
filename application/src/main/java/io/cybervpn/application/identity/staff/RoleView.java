package io.cybervpn.application.identity.staff;

import io.cybervpn.application.shared.Permission;
import io.cybervpn.domain.identity.RoleCode;
import io.cybervpn.domain.identity.model.Role;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A role as staff see it.
 *
 * @param builtIn nobody can change it then
 * @param version of an own role; always 1 for a built-in one
 */
public record RoleView(
        RoleCode code, String name, boolean builtIn, Set<Permission> permissions, long version) {
    /** Copies the set. */
    public RoleView {
        permissions = Set.copyOf(permissions);
    }

    static RoleView of(Role role) {
        return new RoleView(
                role.code(), role.name(), false, known(role.permissions()), role.version());
    }

    /** Permissions by code; what the shop does not know allows nothing. */
    public static Set<Permission> known(Set<String> codes) {
        return codes.stream()
                .map(Permission::find)
                .flatMap(Optional::stream)
                .collect(Collectors.toUnmodifiableSet());
    }
}
