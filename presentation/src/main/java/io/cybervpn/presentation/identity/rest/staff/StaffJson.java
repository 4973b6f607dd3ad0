package io.cybervpn.presentation.identity.rest.staff;

import io.cybervpn.application.identity.staff.StaffView;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A member of staff.
 *
 * @param roles codes of those that count now
 */
@Schema(name = "Staff")
public record StaffJson(
        UUID id, @Nullable String email, String status, Instant createdAt, List<String> roles) {
    static StaffJson of(StaffView staff) {
        return new StaffJson(
                staff.id().value(),
                staff.email().orElse(null),
                staff.status().code(),
                staff.createdAt(),
                staff.roles());
    }

    /** Oldest first. */
    @Schema(name = "StaffList")
    public record StaffListJson(List<StaffJson> items) {
        static StaffListJson of(List<StaffView> staff) {
            return new StaffListJson(staff.stream().map(StaffJson::of).toList());
        }
    }

    /** Who is invited, and as what. */
    @Schema(
            name = "InvitationInput",
            requiredProperties = {"email", "roles"})
    public record InvitationInputJson(
            @Nullable String email, @Nullable List<@Nullable String> roles) {}

    /**
     * The secret of an invitation, shown this once.
     *
     * @param token good for one use until {@code expiresAt}
     */
    @Schema(name = "Invitation")
    public record InvitationJson(String token, Instant expiresAt) {
        @Override
        public String toString() {
            return "InvitationJson[hidden]";
        }
    }

    /** What makes somebody a member of staff. */
    @Schema(
            name = "InvitationAcceptance",
            requiredProperties = {"token", "password"})
    public record AcceptanceJson(@Nullable String token, @Nullable String password) {
        @Override
        public String toString() {
            return "AcceptanceJson[hidden]";
        }
    }

    /** What makes somebody the first super_admin. */
    @Schema(
            name = "Setup",
            requiredProperties = {"token", "email", "password"})
    public record SetupJson(
            @Nullable String token, @Nullable String email, @Nullable String password) {
        @Override
        public String toString() {
            return "SetupJson[hidden]";
        }
    }

    /** Who came. */
    @Schema(name = "NewStaff")
    public record NewStaffJson(UUID id, @Nullable String email) {}
}
