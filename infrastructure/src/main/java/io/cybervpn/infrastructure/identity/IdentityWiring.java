package io.cybervpn.infrastructure.identity;

import io.cybervpn.application.identity.AuthLimits;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** Identity's settings from the configuration. */
final class IdentityWiring {
    /** What a shop may set under {@code cybervpn.limits}: attempts per minute, 1 or more. */
    @ConfigMapping(prefix = "cybervpn.limits")
    interface Config {
        /** New accounts from one address. */
        @WithDefault("60")
        int registrationsPerAddress();

        /** Logins from one address, right or wrong. */
        @WithDefault("120")
        int loginsPerAddress();

        /** Logins to one account from anywhere, right or wrong. */
        @WithDefault("20")
        int loginsPerAccount();

        /** Renewals of tokens from one address. */
        @WithDefault("300")
        int renewalsPerAddress();
    }

    @Produces
    @Singleton
    AuthLimits limits(Config config) {
        return new AuthLimits(
                config.registrationsPerAddress(),
                config.loginsPerAddress(),
                config.loginsPerAccount(),
                config.renewalsPerAddress());
    }
}
