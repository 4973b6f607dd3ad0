package io.cybervpn.application.provisioning;

/**
 * What a shop decides about usage.
 *
 * @param keepDays for how many days of UTC it is kept what was used on each: 31 to 3650
 */
public record UsageSettings(int keepDays) {
    /** Refuses what no statistics could live with. */
    public UsageSettings {
        if (keepDays < 31 || keepDays > 3650) {
            throw new IllegalArgumentException("days of usage to keep: " + keepDays);
        }
    }
}
