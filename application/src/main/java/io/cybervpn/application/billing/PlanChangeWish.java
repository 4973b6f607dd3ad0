package io.cybervpn.application.billing;

import io.cybervpn.domain.billing.PlanChangeMode;
import java.time.Instant;
import java.util.UUID;

/**
 * A change of plan that costs money, as its buyer saw it in the preview.
 *
 * @param asOf the moment of the preview
 * @param fingerprint of the preview
 */
public record PlanChangeWish(
        UUID subscription, PlanChangeMode mode, Instant asOf, String fingerprint) {}
