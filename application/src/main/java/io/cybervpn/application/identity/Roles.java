package io.cybervpn.application.identity;

import io.cybervpn.application.shared.Permission;
import io.cybervpn.domain.identity.Role;
import java.util.EnumSet;
import java.util.Set;

/** What each role may do. A role that is not named here may do nothing. */
public final class Roles {
    private Roles() {}

    /** The permissions of a role; a customer needs none for what is his own. */
    public static Set<Permission> permissionsOf(Role role) {
        return switch (role) {
            case CUSTOMER -> Set.of();
            case ADMIN -> Set.copyOf(EnumSet.allOf(Permission.class));
        };
    }
}
