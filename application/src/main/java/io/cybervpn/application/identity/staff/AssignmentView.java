package io.cybervpn.application.identity.staff;

import io.cybervpn.domain.identity.AccountId;
import io.cybervpn.domain.identity.RoleCode;
import io.cybervpn.domain.identity.model.Assignment;
import java.time.Instant;
import java.util.Optional;

/**
 * A role that a member of staff has.
 *
 * @param expiresAt empty: for good; in the past: worth nothing any more
 * @param assignedBy empty: by the shop itself
 */
public record AssignmentView(
        RoleCode role,
        Instant assignedAt,
        Optional<Instant> expiresAt,
        Optional<AccountId> assignedBy) {
    static AssignmentView of(Assignment assignment) {
        return new AssignmentView(
                assignment.role(),
                assignment.assignedAt(),
                assignment.expiresAt(),
                assignment.assignedBy());
    }
}
