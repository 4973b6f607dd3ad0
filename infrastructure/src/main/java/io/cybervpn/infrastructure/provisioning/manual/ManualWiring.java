package io.cybervpn.infrastructure.provisioning.manual;

import io.cybervpn.application.provisioning.manual.ManualSettings;
import io.cybervpn.application.provisioning.manual.TaskMailSettings;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

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

        /** Whom of staff to write to about tasks, separated by commas; nobody if it is not set. */
        Optional<List<String>> mailTo();

        /** In which language. */
        @WithDefault("en")
        String mailLanguage();

        /** How long a task may be open until it is overdue. */
        @WithDefault("24h")
        Duration overdueAfter();
    }

    @Produces
    @Singleton
    TaskMailSettings mails(Config config) {
        return new TaskMailSettings(
                config.mailTo().orElse(List.of()).stream().map(String::strip).toList(),
                config.mailLanguage(),
                config.overdueAfter());
    }

    @Produces
    @Singleton
    ManualSettings manual(Config config) {
        return new ManualSettings(config.keepStopped(), config.lookAgain());
    }
}
