package io.cybervpn.application.identity.port;

import io.cybervpn.domain.identity.AccountId;
import io.cybervpn.domain.identity.RoleCode;
import io.smallrye.mutiny.Uni;
import java.util.Set;

/**
 * What active members of staff hold now; asked at each of their requests, so answered from memory.
 */
public interface StaffGrants {
    /**
     * Roles that count now and what the shop's own ones among them allow.
     *
     * @param permissions codes, those of built-in roles not among them
     */
    record Held(Set<RoleCode> roles, Set<String> permissions) {
        /** Copies the sets. */
        public Held {
            roles = Set.copyOf(roles);
            permissions = Set.copyOf(permissions);
        }
    }

    /** Nothing for customers, for the disabled and for who is gone. At most 2 s old. */
    Uni<Held> of(AccountId account);

    /** Lets this instance see a change at once; the others see it within 2 s. */
    Uni<Void> forget();
}
