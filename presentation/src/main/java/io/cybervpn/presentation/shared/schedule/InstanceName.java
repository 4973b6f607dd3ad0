package io.cybervpn.presentation.shared.schedule;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * What this instance is called: {@code cybervpn.instance}, or the host's name, and something that
 * no other start has.
 */
@Singleton
public final class InstanceName {
    private static final int UNIQUE_LENGTH = 8;

    private final String text;

    @Inject
    InstanceName(
            @ConfigProperty(name = "cybervpn.instance") Optional<String> configured,
            @ConfigProperty(name = "HOSTNAME") Optional<String> host) {
        String unique = UUID.randomUUID().toString().substring(0, UNIQUE_LENGTH);
        this.text = configured.or(() -> host).orElse("shop") + "/" + unique;
    }

    /** The name. */
    public String text() {
        return text;
    }
}
