package io.cybervpn.infrastructure.appstore.revenuecat;

import io.cybervpn.domain.appstore.model.Environment;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.util.Optional;

/**
 * How to reach RevenueCat, and how it shows that a push is its own. Without key or header it is
 * off.
 */
@ConfigMapping(prefix = "cybervpn.revenuecat")
interface RevenueCatSettings {
    /** Base URL. */
    @WithDefault("https://api.revenuecat.com")
    URI url();

    /** The project's secret API key. */
    Optional<String> apiKey();

    /** The exact value of the header {@code Authorization} that is set in the dashboard. */
    Optional<String> webhookAuthorization();

    /** What pushes are signed with, where that is switched on; then every push has to be. */
    Optional<String> webhookSecret();

    /** Whose purchases count: {@code production}, or {@code sandbox} for a shop of testers. */
    @WithDefault("production")
    Environment environment();

    /** A key is there, and a header that is not blank. */
    default boolean configured() {
        return filled(apiKey()).isPresent() && filled(webhookAuthorization()).isPresent();
    }

    /** Blank is as good as missing. */
    static Optional<String> filled(Optional<String> value) {
        return value.filter(text -> !text.isBlank());
    }
}
