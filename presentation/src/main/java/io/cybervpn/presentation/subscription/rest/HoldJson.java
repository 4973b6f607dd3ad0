package io.cybervpn.presentation.subscription.rest;

import io.cybervpn.domain.subscription.SubscriptionSnapshot;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * How a subscription stands after it was paused, resumed or steered by staff.
 *
 * @param expireAt while its time stands still, the end that it had, which moves on as soon as it
 *     goes on
 * @param resumeBy when a pause is over at the latest
 */
@Schema(name = "SubscriptionHold")
record HoldJson(
        UUID id,
        @Schema(examples = "paused") String status,
        Instant expireAt,
        @Schema(nullable = true) @Nullable Instant resumeBy) {
    static HoldJson of(SubscriptionSnapshot subscription, Optional<Instant> resumeBy) {
        return new HoldJson(
                subscription.id().value(),
                subscription.status().code(),
                subscription.expireAt(),
                resumeBy.orElse(null));
    }
}
