package io.cybervpn.presentation.shared.schedule;

import io.cybervpn.domain.schedule.Rhythm;
import io.quarkus.runtime.configuration.DurationConverter;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Optional;
import org.eclipse.microprofile.config.Config;

/** How often tasks are due, as the configuration says. */
@Singleton
public final class Rhythms {
    private static final String OFF = "off";

    private final Config config;

    @Inject
    Rhythms(Config config) {
        this.config = config;
    }

    /**
     * The rhythm under a key, such as {@code 10s}, {@code 1h} or {@code PT10S}; {@code off} leaves
     * the task to other instances. A value that is neither stops the start.
     */
    public Optional<Rhythm> every(String key, Duration otherwise) {
        String text = config.getOptionalValue(key, String.class).orElse(otherwise.toString());
        return text.equals(OFF)
                ? Optional.empty()
                : Optional.of(new Rhythm.Every(DurationConverter.parseDuration(text)));
    }
}
