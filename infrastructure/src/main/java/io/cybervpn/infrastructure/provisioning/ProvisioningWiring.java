package io.cybervpn.infrastructure.provisioning;

import io.cybervpn.application.provisioning.DeviceSettings;
import io.cybervpn.application.provisioning.RemovalSettings;
import io.cybervpn.application.provisioning.UsageSettings;
import io.cybervpn.domain.provisioning.model.RemovalBudget;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Duration;

/** Provisioning's settings from the configuration. */
final class ProvisioningWiring {
    /** What a shop may set under {@code cybervpn.devices}. */
    @ConfigMapping(prefix = "cybervpn.devices")
    interface Devices {
        /** Removals of devices that a customer may ask for within any 24 hours, 1 or more. */
        @WithDefault("5")
        int removalsPerDay();
    }

    /** What a shop may set under {@code cybervpn.usage}; {@code every} is the schedule's. */
    @ConfigMapping(prefix = "cybervpn.usage")
    interface Usage {
        /** For how many days it is kept what was used on each: 31 to 3650. */
        @WithDefault("400")
        int keepDays();
    }

    /** What a shop may set under {@code cybervpn.machines}; {@code every} is the schedule's. */
    @ConfigMapping(prefix = "cybervpn.machines")
    interface Machines {
        /** For how long one whose subscription was taken away is kept before it is removed. */
        @WithDefault("7d")
        Duration keepTerminated();

        /** How long before that its owner is written to. */
        @WithDefault("3d")
        Duration tellBefore();
    }

    @Produces
    @Singleton
    RemovalSettings removals(Machines config) {
        return new RemovalSettings(config.keepTerminated(), config.tellBefore());
    }

    @Produces
    @Singleton
    UsageSettings usage(Usage config) {
        return new UsageSettings(config.keepDays());
    }

    @Produces
    @Singleton
    DeviceSettings devices(Devices config) {
        return new DeviceSettings(new RemovalBudget(config.removalsPerDay()));
    }
}
