package io.cybervpn.application.identity;

import io.cybervpn.application.shared.Permission;
import io.cybervpn.domain.identity.AccountKind;
import java.util.EnumSet;
import java.util.Set;

/** What each kind may do. A kind that is not named here may do nothing. */
public final class Roles {
    private Roles() {}

    /** The permissions of a kind; a customer needs none for what is his own. */
    public static Set<Permission> permissionsOf(AccountKind kind) {
        return switch (kind) {
            case CUSTOMER -> Set.of();
            case STAFF -> Set.copyOf(EnumSet.allOf(Permission.class));
        };
    }
}
