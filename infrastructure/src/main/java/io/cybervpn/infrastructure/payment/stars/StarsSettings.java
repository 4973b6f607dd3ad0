package io.cybervpn.infrastructure.payment.stars;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.util.Optional;

/** How to take stars. */
@ConfigMapping(prefix = "cybervpn.stars")
interface StarsSettings {
    /** Base URL of the Bot API; another one for a server of one's own. */
    @WithDefault("https://api.telegram.org")
    URI url();

    /** The token of the bot that takes the stars; usually the shop's own. */
    @WithDefault("${cybervpn.telegram.bot-token:}")
    Optional<String> botToken();

    /**
     * The secret that the bot's webhook was set with, 32 to 256 letters, digits, {@code _} and
     * {@code -}. Without it the provider is off: nobody would answer before the money.
     */
    Optional<String> webhookSecret();

    /**
     * Whether customers may have Telegram charge them every 30 days by itself; what was agreed to
     * goes on when it is switched off.
     */
    @WithDefault("false")
    boolean subscriptions();

    /** The token, if one is set. */
    default Optional<String> token() {
        return botToken().filter(token -> !token.isBlank());
    }

    /** The secret, if it is one. */
    default Optional<String> secret() {
        return webhookSecret().filter(secret -> secret.matches("[A-Za-z0-9_-]{32,256}"));
    }
}
