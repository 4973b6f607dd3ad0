package io.cybervpn.infrastructure.subscription;

import io.cybervpn.application.subscription.PlanChangeSettings;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Duration;

/** Subscription's settings from the configuration. */
final class SubscriptionWiring {
    /** What a shop may set under {@code cybervpn.plan-change}. */
    @ConfigMapping(prefix = "cybervpn.plan-change")
    interface Config {
        /**
         * Whether time that nobody paid for goes along to another plan; else it is worth nothing.
         */
        @WithDefault("false")
        boolean keepsFreeTime();

        /** How long a preview may be acted on: ISO 8601, 1 minute to 1 hour. */
        @WithDefault("PT10M")
        Duration previewLifetime();
    }

    @Produces
    @Singleton
    PlanChangeSettings settings(Config config) {
        return new PlanChangeSettings(config.keepsFreeTime(), config.previewLifetime());
    }
}
