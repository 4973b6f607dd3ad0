package io.cybervpn.infrastructure.payment.cryptobot;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.util.Optional;

/** How to reach Crypto Pay. */
@ConfigMapping(prefix = "cybervpn.cryptobot")
interface CryptoBotSettings {
    /** Base URL; {@code https://testnet-pay.crypt.bot} for the test network. */
    @WithDefault("https://pay.crypt.bot")
    URI url();

    /** {@code <app id>:<secret>}; without it the provider is off. */
    Optional<String> token();
}
