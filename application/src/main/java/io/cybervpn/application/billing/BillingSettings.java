package io.cybervpn.application.billing;

import java.time.Duration;

/**
 * What a shop may set.
 *
 * @param orderLifetime how long an order and its invoice wait for money, one minute to 30 days
 */
public record BillingSettings(Duration orderLifetime) {
    /** Refuses a lifetime that no buyer or bookkeeper could live with. */
    public BillingSettings {
        if (orderLifetime.compareTo(Duration.ofMinutes(1)) < 0
                || orderLifetime.compareTo(Duration.ofDays(30)) > 0) {
            throw new IllegalArgumentException("order lifetime " + orderLifetime);
        }
    }
}
