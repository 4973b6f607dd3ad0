package io.cybervpn.domain.identity.repository;

import io.cybervpn.domain.identity.RoleCode;
import io.cybervpn.domain.identity.model.Role;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Optional;

/** Where the shop's own roles are kept; the built-in ones are not. In the open unit of work. */
public interface Roles {
    /** At most 200, by code. */
    Uni<List<Role>> all();

    /** Finds a role; empty when there is none. */
    Uni<Optional<Role>> find(RoleCode code);

    /** Finds a role and keeps others from changing it until the unit of work ends. */
    Uni<Optional<Role>> lock(RoleCode code);

    /**
     * Stores a new role.
     *
     * @return false when the code is taken; nothing changed then
     */
    Uni<Boolean> add(Role role);

    /** Stores a locked role as it is now. */
    Uni<Void> save(Role role);

    /** Removes a role that nobody has. */
    Uni<Void> remove(RoleCode code);
}
