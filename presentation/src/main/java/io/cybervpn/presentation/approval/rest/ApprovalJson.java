package io.cybervpn.presentation.approval.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.cybervpn.application.approval.ApprovalView;
import io.cybervpn.presentation.shared.rest.MoneyJson;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What one member of staff wishes to do and another has to approve.
 *
 * @param kind of the deed
 * @param subject what it is done to
 * @param state open, approved, rejected or expired
 * @param reason why it was asked for
 * @param decidedBy who approved or rejected it
 */
@Schema(name = "Approval")
public record ApprovalJson(
        UUID id,
        String kind,
        String subject,
        MoneyJson money,
        Map<String, String> details,
        String state,
        UUID askedBy,
        Instant askedAt,
        String reason,
        Instant expiresAt,
        @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<UUID> decidedBy,
        @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<Instant> decidedAt) {
    static ApprovalJson of(ApprovalView view) {
        return new ApprovalJson(
                view.id().value(),
                view.kind(),
                view.subject(),
                MoneyJson.of(view.money()),
                view.details(),
                view.state().code(),
                view.askedBy().value(),
                view.askedAt(),
                view.reason(),
                view.expiresAt(),
                view.decided().map(decided -> decided.by().value()),
                view.decided().map(ApprovalView.Decided::at));
    }

    /** The newest first. */
    @Schema(name = "ApprovalList")
    public record ApprovalListJson(List<ApprovalJson> items) {
        static ApprovalListJson of(List<ApprovalView> views) {
            return new ApprovalListJson(views.stream().map(ApprovalJson::of).toList());
        }
    }
}
