package io.cybervpn.infrastructure.provisioning.link;

import io.cybervpn.application.provisioning.LinkSettings;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The settings of links from the configuration. */
final class LinkWiring {
    /** What a shop may set under {@code cybervpn.link}. */
    @ConfigMapping(prefix = "cybervpn.link")
    interface Config {
        /** Where clients poll, if not at the shop's own address; without {@code /sub}. */
        Optional<URI> baseUrl();

        /** What clients call the subscription. */
        @WithDefault("CyberVPN")
        String title();

        /** After how many hours clients ask again, 1 to 168. */
        @WithDefault("12")
        int updateHours();

        /** Where clients send people, if not to the shop's own address. */
        Optional<URI> homeUrl();

        /** Where a customer renews. */
        Optional<URI> renewUrl();

        /** Who helps. */
        Optional<URI> supportUrl();

        /** A line that clients show. */
        Optional<String> announce();

        /** How long an answer is given again without the panel, if nothing changes. */
        @WithDefault("10m")
        Duration fresh();

        /** How long the last good answer is kept for a panel that is down. */
        @WithDefault("3d")
        Duration kept();
    }

    @Produces
    @Singleton
    LinkSettings settings(
            Config config, @ConfigProperty(name = "cybervpn.public-url") URI publicUrl) {
        return new LinkSettings(
                withoutSlash(config.baseUrl().orElse(publicUrl)),
                config.title(),
                config.updateHours(),
                new LinkSettings.Pages(
                        withoutSlash(config.homeUrl().orElse(publicUrl)),
                        config.renewUrl().map(URI::toString),
                        config.supportUrl().map(URI::toString),
                        config.announce()),
                config.fresh(),
                config.kept());
    }

    private static String withoutSlash(URI url) {
        return url.toString().replaceAll("/+$", "");
    }
}
