package io.cybervpn.infrastructure.billing;

import io.cybervpn.application.billing.BillingSettings;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Duration;

/** Billing's settings from the configuration. */
final class BillingWiring {
    /** What a shop may set under {@code cybervpn.billing}. */
    @ConfigMapping(prefix = "cybervpn.billing")
    interface Config {
        /** How long an order and its invoice wait for money: ISO 8601, 1 minute to 30 days. */
        @WithDefault("PT60M")
        Duration orderLifetime();
    }

    @Produces
    @Singleton
    BillingSettings settings(Config config) {
        return new BillingSettings(config.orderLifetime());
    }
}
