package io.cybervpn.infrastructure.subscription;

import io.cybervpn.application.subscription.PauseSettings;
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

    /** What a shop may set under {@code cybervpn.pause}. */
    @ConfigMapping(prefix = "cybervpn.pause")
    interface PauseConfig {
        /** Whether customers may pause their subscriptions. */
        @WithDefault("true")
        boolean offered();

        /** The longest pause in days, 1 to 365; then it is over by itself. */
        @WithDefault("30")
        int daysMax();

        /** All pauses of a subscription within 365 days, in days, 1 to 365. */
        @WithDefault("60")
        int daysPerYearMax();

        /** How many days must be left to be paused. */
        @WithDefault("3")
        int daysLeftMin();
    }

    @Produces
    @Singleton
    PauseSettings pauses(PauseConfig config) {
        return new PauseSettings(
                config.offered(), config.daysMax(), config.daysPerYearMax(), config.daysLeftMin());
    }

    @Produces
    @Singleton
    PlanChangeSettings settings(Config config) {
        return new PlanChangeSettings(config.keepsFreeTime(), config.previewLifetime());
    }
}
