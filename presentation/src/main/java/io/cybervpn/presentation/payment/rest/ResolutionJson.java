package io.cybervpn.presentation.payment.rest;

import io.cybervpn.domain.identity.AccountId;
import io.cybervpn.presentation.shared.rest.Problem;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What to do with money that fits no payment.
 *
 * @param kind {@code credit}: it is the wallet's of {@code customerId}; {@code pay_order}: it pays
 *     {@code orderId}; {@code send_back}: the shop sends it back the way it came; {@code
 *     sent_back}: somebody has done that by hand; {@code kept}: the shop keeps it
 * @param customerId for {@code credit}, else null
 * @param orderId for {@code pay_order}, else null
 */
@Schema(name = "ResolutionRequest")
record ResolutionJson(
        @Schema(required = true, examples = "credit") @Nullable String kind,
        @Nullable UUID customerId,
        @Nullable UUID orderId) {
    UUID order() {
        return Optional.ofNullable(orderId)
                .orElseThrow(
                        () ->
                                Problem.invalid("orderId", "missing", "Which order does it pay?")
                                        .asException());
    }

    AccountId customer() {
        return Optional.ofNullable(customerId)
                .map(AccountId::new)
                .orElseThrow(
                        () ->
                                Problem.invalid("customerId", "missing", "Whose is it?")
                                        .asException());
    }

    /**
     * What came of it.
     *
     * @param status {@code done}, or {@code approval_required}: somebody else has to agree first
     * @param approvalId of what waits for the second pair of eyes
     */
    @Schema(name = "ResolutionAnswer")
    record AnswerJson(
            @Schema(examples = "done") String status,
            @Schema(nullable = true) @Nullable UUID approvalId) {}
}
