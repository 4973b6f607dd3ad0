package io.cybervpn.application.shared;

import io.cybervpn.domain.identity.AccountId;
import io.cybervpn.domain.identity.ApiKeyId;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/** Who asks. A use case looks at its actor first and denies by default. */
public sealed interface Actor {
    /** Somebody without a login. */
    record Guest() implements Actor {}

    /**
     * A customer, who may act on what is his own.
     *
     * @param by the API key that acts in his name; empty: he himself
     */
    record Customer(AccountId id, Optional<ApiKeyId> by) implements Actor {
        /** The customer himself. */
        public Customer(AccountId id) {
            this(id, Optional.empty());
        }
    }

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

    /** A program with an API key that acts in nobody's name: it may what its scopes say. */
    record Key(ApiKeyId id, Set<Permission> permissions) implements Actor {
        /** Copies the set. */
        public Key {
            permissions = Set.copyOf(permissions);
        }
    }

    /** A schedule or an event handler of ours. */
    record System() implements Actor {}

    /** True when the actor holds the permission. Customers and guests hold none. */
    default boolean may(Permission permission) {
        return switch (this) {
            case Guest _, Customer _ -> false;
            case Staff staff -> staff.permissions().contains(permission);
            case Key key -> key.permissions().contains(permission);
            case System _ -> true;
        };
    }

    /** The account that acts, if there is one. */
    default Optional<AccountId> account() {
        return switch (this) {
            case Guest _, Key _, System _ -> Optional.empty();
            case Customer customer -> Optional.of(customer.id());
            case Staff staff -> Optional.of(staff.id());
        };
    }

    /** The API key behind the call, for itself or in a customer's name. */
    default Optional<ApiKeyId> apiKey() {
        return switch (this) {
            case Guest _, Staff _, System _ -> Optional.empty();
            case Customer customer -> customer.by();
            case Key key -> Optional.of(key.id());
        };
    }
}
