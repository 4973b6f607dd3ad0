package io.cybervpn.infrastructure.provisioning;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** How to reach the panel of the configuration, and how long to wait for any. */
@ConfigMapping(prefix = "cybervpn.panel")
public interface PanelSettings {
    /**
     * Base URL without {@code /api}, such as {@code https://panel.example}; empty: no panel yet.
     */
    Optional<URI> url();

    /** API token of the panel: a JWT of the role API. Secret. */
    Optional<String> token();

    /** The panel's {@code WEBHOOK_SECRET_HEADER}, 32 characters or more. Secret. */
    Optional<String> webhookSecret();

    /**
     * Headers that a proxy in front of the panel wants, each as {@code Name: value}, such as {@code
     * X-Api-Key: …} or {@code Cookie: name=value}.
     */
    Optional<List<String>> headers();

    /** The longest wait for one answer. */
    @WithDefault("10s")
    Duration timeout();

    /** For how long nothing is asked of a panel that half of the last 20 calls found down. */
    @WithDefault("5s")
    Duration pause();
}
