package io.cybervpn.infrastructure.identity;

import io.cybervpn.application.identity.AuthLimits;
import io.cybervpn.application.identity.ReturnAddresses;
import io.cybervpn.application.identity.SessionLives;
import io.cybervpn.domain.identity.model.SessionLife;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;

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

        /** Wrong guesses at one account after which the next ones must wait. */
        @WithDefault("5")
        int failuresPerAccount();

        /** The same for strangers of one address and all accounts. */
        @WithDefault("50")
        int failuresPerAddress();

        /** Renewals of tokens from one address. */
        @WithDefault("300")
        int renewalsPerAddress();
    }

    /** How long sessions last, under {@code cybervpn.sessions}; ISO 8601. */
    @ConfigMapping(prefix = "cybervpn.sessions")
    interface Sessions {
        /** A customer's without a renewal. */
        @WithDefault("P7D")
        Duration customerIdle();

        /** A customer's, however often it is renewed. */
        @WithDefault("P90D")
        Duration customerWhole();

        /** One of staff without a renewal. */
        @WithDefault("PT1H")
        Duration staffIdle();

        /** One of staff, however often it is renewed. */
        @WithDefault("PT12H")
        Duration staffWhole();
    }

    @Produces
    @Singleton
    SessionLives lives(Sessions config) {
        return new SessionLives(
                new SessionLife(config.customerIdle(), config.customerWhole()),
                new SessionLife(config.staffIdle(), config.staffWhole()));
    }

    @Produces
    @Singleton
    AuthLimits limits(Config config) {
        return new AuthLimits(
                config.registrationsPerAddress(),
                config.loginsPerAddress(),
                config.failuresPerAccount(),
                config.failuresPerAddress(),
                config.renewalsPerAddress());
    }

    /** Pages of the shop and of its origins, and what applications on a device are called by. */
    @Produces
    @Singleton
    ReturnAddresses returnAddresses(
            @ConfigProperty(name = "cybervpn.public-url") URI publicUrl,
            @ConfigProperty(name = "cybervpn.web.origins") Optional<List<String>> origins,
            @ConfigProperty(name = "cybervpn.web.redirect-uris") Optional<List<String>> others) {
        return new ReturnAddresses(
                Stream.concat(
                                Stream.of(publicUrl.getScheme() + "://" + publicUrl.getAuthority()),
                                origins.stream().flatMap(List::stream))
                        .collect(Collectors.toUnmodifiableSet()),
                others.stream().flatMap(List::stream).collect(Collectors.toUnmodifiableSet()));
    }
}
