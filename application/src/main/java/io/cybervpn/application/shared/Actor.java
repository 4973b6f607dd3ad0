package io.cybervpn.application.shared;

import io.cybervpn.domain.identity.AccountId;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/** Who asks. A use case looks at its actor first and denies by default. */
public sealed interface Actor {
    /** Somebody without a login. */
    record Guest() implements Actor {}

    /** A customer, who may act on what is his own. */
    record Customer(AccountId id) implements Actor {}

    /**
     * A member of staff with the rights of his roles.
     *
     * @param provenAt when he last showed his second factor in this session; empty: never
     */
    record Staff(AccountId id, Set<Permission> permissions, Optional<Instant> provenAt)
            implements Actor {
        /** Copies the set. */
        public Staff {
            permissions = Set.copyOf(permissions);
        }

        /** One who has not shown a second factor. */
        public Staff(AccountId id, Set<Permission> permissions) {
            this(id, permissions, Optional.empty());
        }
    }

    /** A schedule or an event handler of ours. */
    record System() implements Actor {}

    /** True when the actor holds the permission. Customers and guests hold none. */
    default boolean may(Permission permission) {
        return switch (this) {
            case Guest _, Customer _ -> false;
            case Staff staff -> staff.permissions().contains(permission);
            case System _ -> true;
        };
    }

    /** The account that acts, if there is one. */
    default Optional<AccountId> account() {
        return switch (this) {
            case Guest _, System _ -> Optional.empty();
            case Customer customer -> Optional.of(customer.id());
            case Staff staff -> Optional.of(staff.id());
        };
    }
}
