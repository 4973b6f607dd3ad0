package io.cybervpn.presentation.shared.rest;

import io.cybervpn.application.shared.Actor;
import io.cybervpn.application.shared.Permission;
import io.cybervpn.domain.identity.AccountId;
import io.cybervpn.domain.identity.AccountKind;
import io.cybervpn.domain.identity.SessionId;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * Who holds a connection that outlives a request.
 *
 * @param permissions of a member of staff; none of a customer
 * @param until the end of the token that he showed last
 */
public record Caller(
        AccountId account,
        AccountKind kind,
        SessionId session,
        Set<Permission> permissions,
        Instant until) {
    /** Copies the set. */
    public Caller {
        permissions = Set.copyOf(permissions);
    }

    /** Whether it is somebody of staff who may all of this. */
    public boolean may(Set<Permission> all) {
        return kind == AccountKind.STAFF && permissions.containsAll(all);
    }

    /** For what is told of him. */
    public Actor actor() {
        return switch (kind) {
            case CUSTOMER -> new Actor.Customer(account);
            case STAFF -> new Actor.Staff(account, permissions, Optional.empty());
        };
    }

    Caller with(Set<Permission> others) {
        return new Caller(account, kind, session, others, until);
    }
}
