package io.cybervpn.presentation.shared.rest;

import io.cybervpn.application.identity.staff.FindPermissions;
import io.cybervpn.application.shared.Permission;
import io.cybervpn.domain.identity.AccountId;
import io.cybervpn.domain.identity.AccountKind;
import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.SecurityIdentityAugmentor;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;

/**
 * Adds what a member of staff may do now to who he is. A token says only that he is one: a role
 * taken away is worth nothing at his next request.
 */
@Singleton
final class StaffRights implements SecurityIdentityAugmentor {
    private static final String PERMISSIONS = "cybervpn.permissions";

    private final FindPermissions findPermissions;

    @Inject
    StaffRights(FindPermissions findPermissions) {
        this.findPermissions = findPermissions;
    }

    @Override
    public Uni<SecurityIdentity> augment(
            SecurityIdentity identity, AuthenticationRequestContext context) {
        return isStaff(identity) ? withPermissions(identity) : Uni.createFrom().item(identity);
    }

    private Uni<SecurityIdentity> withPermissions(SecurityIdentity identity) {
        return findPermissions
                .execute(accountOf(identity))
                .map(
                        permissions ->
                                QuarkusSecurityIdentity.builder(identity)
                                        .addAttribute(PERMISSIONS, permissions)
                                        .build());
    }

    static boolean isStaff(SecurityIdentity identity) {
        return !identity.isAnonymous() && identity.hasRole(AccountKind.STAFF.code());
    }

    static AccountId accountOf(SecurityIdentity identity) {
        return new AccountId(UUID.fromString(identity.getPrincipal().getName()));
    }

    /** What was found; nothing when nobody looked. */
    static Set<Permission> permissionsOf(SecurityIdentity identity) {
        Set<Permission> permissions = new HashSet<>();
        if (identity.getAttribute(PERMISSIONS) instanceof Set<?> found) {
            found.stream()
                    .filter(Permission.class::isInstance)
                    .map(Permission.class::cast)
                    .forEach(permissions::add);
        }
        return permissions;
    }
}
