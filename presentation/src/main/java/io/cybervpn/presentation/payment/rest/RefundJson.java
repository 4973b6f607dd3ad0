package io.cybervpn.presentation.payment.rest;

import io.cybervpn.application.payment.RefundView;
import io.cybervpn.presentation.shared.rest.MoneyJson;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A refund as staff see it.
 *
 * @param cause {@code staff}, {@code provider} or {@code dispute}
 * @param to {@code provider} or {@code wallet}
 * @param state {@code reported, requested, unknown, sent, succeeded, failed}
 * @param reference the provider's id of it
 * @param failure why it failed
 */
@Schema(name = "Refund")
public record RefundJson(
        UUID id,
        UUID paymentId,
        MoneyJson amount,
        String cause,
        String to,
        String state,
        String reason,
        @Schema(nullable = true) @Nullable String reference,
        @Schema(nullable = true) @Nullable String failure,
        Instant createdAt,
        @Schema(nullable = true) @Nullable Instant closedAt) {
    static RefundJson of(RefundView view) {
        return new RefundJson(
                view.id().value(),
                view.payment().value(),
                MoneyJson.of(view.amount()),
                view.cause().code(),
                view.to(),
                view.state(),
                view.reason(),
                view.reference().orElse(null),
                view.failure().orElse(null),
                view.createdAt(),
                view.closedAt().orElse(null));
    }

    /** All refunds of a payment, oldest first. */
    @Schema(name = "RefundList")
    public record RefundListJson(List<RefundJson> items) {
        static RefundListJson of(List<RefundView> refunds) {
            return new RefundListJson(refunds.stream().map(RefundJson::of).toList());
        }
    }

    /**
     * What became of a wish.
     *
     * @param refund the refund that was promised; null while somebody else has to agree
     * @param approvalId what somebody else has to agree to; null if nobody has
     */
    @Schema(name = "RefundAnswer")
    public record RefundAnswerJson(
            @Schema(nullable = true) @Nullable RefundJson refund,
            @Schema(nullable = true) @Nullable UUID approvalId) {}
}
