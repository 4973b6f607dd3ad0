package io.cybervpn.domain.identity.model;

import io.cybervpn.domain.identity.RoleCode;
import java.time.Instant;
import java.util.Set;

/**
 * A bundle of permissions that staff put together themselves.
 *
 * @param permissions codes such as {@code users:read}; one that the shop does not know any more
 *     allows nothing
 * @param version 1 and up; each edit adds one
 */
public record Role(
        RoleCode code,
        String name,
        Set<String> permissions,
        long version,
        Instant createdAt,
        Instant updatedAt) {
    /** Copies the set. */
    public Role {
        permissions = Set.copyOf(permissions);
    }

    /** A new role. */
    public static Role create(RoleCode code, String name, Set<String> permissions, Instant now) {
        return new Role(code, name, permissions, 1, now, now);
    }

    /** The same role with another name and other permissions. */
    public Role edit(String nextName, Set<String> nextPermissions, Instant now) {
        return new Role(code, nextName, nextPermissions, version + 1, createdAt, now);
    }
}
