package io.cybervpn.presentation.billing.rest;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What came of a change of plan: one of the three is there.
 *
 * @param preview what it would come to
 * @param order what is to be paid; the plan changes when it is
 * @param expireAt it is changed, and ends then
 */
@Schema(name = "PlanChange")
record PlanChangeJson(
        @Schema(nullable = true) @Nullable PlanChangePreviewJson preview,
        @Schema(nullable = true) @Nullable OrderJson order,
        @Schema(nullable = true) @Nullable Instant expireAt) {}
