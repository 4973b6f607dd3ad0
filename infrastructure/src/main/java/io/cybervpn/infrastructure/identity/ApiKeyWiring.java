package io.cybervpn.infrastructure.identity;

import io.cybervpn.application.identity.keys.ApiKeyRules;
import io.smallrye.config.ConfigMapping;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Optional;

/** What the configuration says of API keys. */
final class ApiKeyWiring {
    /** Under {@code cybervpn.api-keys}. */
    @ConfigMapping(prefix = "cybervpn.api-keys")
    interface Config {
        /** Days after which each key ends, at the latest; 1 or more, missing: it need not end. */
        Optional<Integer> lifeMaxDays();
    }

    @Produces
    @Singleton
    ApiKeyRules rules(Config config) {
        return new ApiKeyRules(config.lifeMaxDays().map(Duration::ofDays));
    }
}
