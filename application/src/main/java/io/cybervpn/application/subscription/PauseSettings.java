package io.cybervpn.application.subscription;

import io.cybervpn.domain.subscription.model.PausePolicy;

/**
 * What a shop decides about pauses; see {@link PausePolicy}.
 *
 * @param daysMax 1 to 365
 * @param daysPerYearMax 1 to 365
 * @param daysLeftMin 0 or more
 */
public record PauseSettings(boolean offered, int daysMax, int daysPerYearMax, int daysLeftMin) {
    /** Refuses what no policy can be. */
    public PauseSettings {
        if (daysMax < 1 || daysMax > 365 || daysPerYearMax < 1 || daysPerYearMax > 365) {
            throw new IllegalArgumentException("pauses of 1 to 365 days");
        }
    }

    PausePolicy policy() {
        return new PausePolicy(offered, daysMax, daysPerYearMax, daysLeftMin);
    }
}
