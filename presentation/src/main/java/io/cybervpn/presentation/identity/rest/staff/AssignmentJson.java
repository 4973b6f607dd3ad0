package io.cybervpn.presentation.identity.rest.staff;

import io.cybervpn.application.identity.staff.AssignmentView;
import io.cybervpn.domain.identity.AccountId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A role that a member of staff has.
 *
 * @param expiresAt from then on worth nothing; null: for good
 * @param assignedBy null: by the shop itself
 */
@Schema(name = "RoleAssignment")
public record AssignmentJson(
        String role, Instant assignedAt, @Nullable Instant expiresAt, @Nullable UUID assignedBy) {
    static AssignmentJson of(AssignmentView view) {
        return new AssignmentJson(
                view.role().value(),
                view.assignedAt(),
                view.expiresAt().orElse(null),
                view.assignedBy().map(AccountId::value).orElse(null));
    }

    /** All roles of one of them. */
    @Schema(name = "RoleAssignmentList")
    public record AssignmentListJson(List<AssignmentJson> items) {
        static AssignmentListJson of(List<AssignmentView> views) {
            return new AssignmentListJson(views.stream().map(AssignmentJson::of).toList());
        }
    }

    /** Until when a role is given; null or missing: for good. */
    @Schema(name = "RoleAssignmentInput")
    public record AssignmentInputJson(@Nullable Instant expiresAt) {
        static Optional<Instant> expiryOf(@Nullable AssignmentInputJson body) {
            return Optional.ofNullable(body).flatMap(b -> Optional.ofNullable(b.expiresAt()));
        }
    }
}
