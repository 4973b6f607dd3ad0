package io.cybervpn.infrastructure.provisioning.manual;

import io.cybervpn.application.provisioning.manual.ManualSettings;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Duration;

/** The settings of fulfilment by hand from the configuration. */
final class ManualWiring {
    /** What a shop may set under {@code cybervpn.by-hand}; {@code every} is the schedule's. */
    @ConfigMapping(prefix = "cybervpn.by-hand")
    interface Config {
        /** For how long what was stopped is kept before staff are asked to remove it. */
        @WithDefault("30d")
        Duration keepStopped();

        /** After what time it is looked again whether staff did something. */
        @WithDefault("5m")
        Duration lookAgain();
    }

    @Produces
    @Singleton
    ManualSettings manual(Config config) {
        return new ManualSettings(config.keepStopped(), config.lookAgain());
    }
}
