package io.cybervpn.infrastructure.subscription;

import io.cybervpn.application.identity.TrialTerms;
import io.cybervpn.application.subscription.PauseSettings;
import io.cybervpn.application.subscription.PlanChangeSettings;
import io.cybervpn.application.subscription.TrialSettings;
import io.cybervpn.domain.catalogue.PlanId;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

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

    /** What a shop may set under {@code cybervpn.trial}. */
    @ConfigMapping(prefix = "cybervpn.trial")
    interface TrialConfig {
        /** {@code auto}, {@code manual} or {@code off}; see {@link TrialSettings.Mode}. */
        @WithDefault("manual")
        TrialSettings.Mode mode();

        /** The id of the plan whose servers and devices it has; without one there are no trials. */
        Optional<UUID> plan();

        /** How long it is, 1 to 3650 days. */
        @WithDefault("2")
        int days();

        /** How much traffic it has in all, in bytes. */
        @WithDefault("2147483648")
        long trafficBytes();

        /** Groups of servers instead of the plan's. */
        Optional<List<String>> serverGroups();

        /** Whether what is left of it is added to time that is paid for. */
        @WithDefault("false")
        boolean keepsDays();

        /** Whether only who is known by Telegram may have one. */
        @WithDefault("false")
        boolean telegramRequired();

        /** Domains of mailboxes that may have none. */
        Optional<Set<String>> blockedMailDomains();
    }

    @Produces
    @Singleton
    TrialSettings trials(TrialConfig config) {
        return new TrialSettings(
                config.mode(),
                config.plan().map(PlanId::new),
                config.days(),
                config.trafficBytes(),
                config.serverGroups().orElse(List.of()),
                config.keepsDays(),
                new TrialTerms(
                        config.telegramRequired(), config.blockedMailDomains().orElse(Set.of())));
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
