package io.cybervpn.infrastructure.payment.tbank;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.util.Optional;

/** How to reach T-Bank, and who we are there. Without terminal and password the provider is off. */
@ConfigMapping(prefix = "cybervpn.tbank")
interface TBankSettings {
    /** Base URL; the same for terminals that end in {@code DEMO}. */
    @WithDefault("https://securepay.tinkoff.ru")
    URI url();

    /** The terminal. */
    Optional<String> terminalKey();

    /** The terminal's password: keys every token, of ours and of theirs. */
    Optional<String> password();

    /** Where customers come back to after paying. */
    @WithDefault("${cybervpn.public-url}")
    URI returnUrl();

    /** Where its pushes go to. */
    @WithDefault("${cybervpn.public-url}/api/v1/webhooks/tbank")
    URI notificationUrl();

    /** Terminal and password, if both are given. */
    default Optional<Credentials> credentials() {
        return terminalKey()
                .filter(terminal -> !terminal.isBlank())
                .flatMap(
                        terminal ->
                                password()
                                        .filter(secret -> !secret.isBlank())
                                        .map(secret -> new Credentials(terminal, secret)));
    }

    /** Who we are. */
    record Credentials(String terminal, String password) {
        /** The same terminal with another password. */
        Credentials with(String other) {
            return new Credentials(terminal, other);
        }
    }
}
