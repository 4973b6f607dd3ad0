package io.cybervpn.presentation.identity.rest.staff;

import io.cybervpn.application.identity.port.StaffRecords.Member;
import io.cybervpn.application.identity.staff.AssignmentView;
import io.cybervpn.application.identity.staff.ReportAccess;
import io.cybervpn.domain.identity.AccountId;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Who of the staff may what.
 *
 * @param at when it was so
 * @param items oldest first, at most 1000
 */
@Schema(name = "AccessReport")
public record AccessReportJson(Instant at, List<AccessLineJson> items) {
    static AccessReportJson of(ReportAccess.Result.Reported report) {
        return new AccessReportJson(
                report.at(), report.lines().stream().map(AccessLineJson::of).toList());
    }

    /**
     * One of the staff.
     *
     * @param lastLoginAt as far back as logins are kept
     * @param secondFactor whether he has one
     * @param roles all that he was given, also what ended
     * @param permissions all that he may now
     */
    @Schema(name = "AccessLine")
    public record AccessLineJson(
            UUID id,
            @Schema(nullable = true) @Nullable String email,
            String status,
            Instant createdAt,
            @Schema(nullable = true) @Nullable Instant lastLoginAt,
            boolean secondFactor,
            List<AccessGrantJson> roles,
            List<String> permissions) {
        static AccessLineJson of(ReportAccess.Line line) {
            Member member = line.member();
            return new AccessLineJson(
                    member.id().value(),
                    member.email().orElse(null),
                    member.status().code(),
                    member.createdAt(),
                    member.lastLoginAt().orElse(null),
                    member.secondFactor(),
                    line.grants().stream().map(AccessGrantJson::of).toList(),
                    PermissionJson.codes(line.permissions()));
        }
    }

    /**
     * A role that he was given.
     *
     * @param expiresAt from then on worth nothing; null: for good
     * @param assignedBy null: by the shop itself
     * @param active whether it counts now
     * @param permissions what it allows
     */
    @Schema(name = "AccessGrant")
    public record AccessGrantJson(
            String role,
            Instant assignedAt,
            @Schema(nullable = true) @Nullable Instant expiresAt,
            @Schema(nullable = true) @Nullable UUID assignedBy,
            boolean active,
            List<String> permissions) {
        static AccessGrantJson of(ReportAccess.Grant grant) {
            AssignmentView assignment = grant.assignment();
            return new AccessGrantJson(
                    assignment.role().value(),
                    assignment.assignedAt(),
                    assignment.expiresAt().orElse(null),
                    assignment.assignedBy().map(AccountId::value).orElse(null),
                    grant.active(),
                    PermissionJson.codes(grant.permissions()));
        }
    }
}
