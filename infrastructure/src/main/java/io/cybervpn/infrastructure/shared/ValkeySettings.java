package io.cybervpn.infrastructure.shared;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** What a shop may set under {@code cybervpn.valkey}. */
@ConfigMapping(prefix = "cybervpn.valkey")
public interface ValkeySettings {
    /** How long it may take to answer before an instance goes on without. */
    @WithDefault("PT0.3S")
    Duration patience();
}
