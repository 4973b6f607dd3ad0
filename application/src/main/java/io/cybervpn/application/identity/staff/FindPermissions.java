package io.cybervpn.application.identity.staff;

import io.cybervpn.application.identity.port.StaffGrants;
import io.cybervpn.application.shared.Permission;
import io.cybervpn.domain.identity.AccountId;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** Finds what a member of staff may do at this moment; asked at each request, by the edge. */
@Singleton
public final class FindPermissions {
    private final StaffGrants grants;

    @Inject
    FindPermissions(StaffGrants grants) {
        this.grants = grants;
    }

    /** Nothing for anybody but active staff. Changes take effect within 2 s everywhere. */
    public Uni<Set<Permission>> execute(AccountId account) {
        return grants.of(account).map(FindPermissions::permissions);
    }

    private static Set<Permission> permissions(StaffGrants.Held held) {
        Set<Permission> all = EnumSet.noneOf(Permission.class);
        all.addAll(RoleView.known(held.permissions()));
        held.roles().stream()
                .map(BuiltInRole::find)
                .flatMap(Optional::stream)
                .forEach(role -> all.addAll(role.permissions()));
        return Set.copyOf(all);
    }
}
