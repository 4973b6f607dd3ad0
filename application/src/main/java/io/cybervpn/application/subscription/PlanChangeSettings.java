package io.cybervpn.application.subscription;

import java.time.Duration;

/**
 * What a shop decides about changes of plan.
 *
 * @param keepsFreeTime whether time that nobody paid for stays as long as it is; if not, it is
 *     worth nothing on another plan
 * @param previewLifetime how long a preview may be acted on: 1 minute to 1 hour
 */
public record PlanChangeSettings(boolean keepsFreeTime, Duration previewLifetime) {
    /** Refuses a lifetime that nobody could act in, or that prices could outlive. */
    public PlanChangeSettings {
        if (previewLifetime.compareTo(Duration.ofMinutes(1)) < 0
                || previewLifetime.compareTo(Duration.ofHours(1)) > 0) {
            throw new IllegalArgumentException("preview lifetime " + previewLifetime);
        }
    }
}
