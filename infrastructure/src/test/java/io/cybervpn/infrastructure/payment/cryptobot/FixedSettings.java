package io.cybervpn.infrastructure.payment.cryptobot;

import java.net.URI;
import java.util.Optional;

record FixedSettings(URI url, Optional<String> token) implements CryptoBotSettings {
    /** The published example, no secret. */
    static final String TOKEN = "12345:AAAbbbCCCdddEEEfffGGGhhhIIIjjjKKKll";

    static FixedSettings withToken(String token) {
        return new FixedSettings(URI.create("http://127.0.0.1:1"), Optional.of(token));
    }

    static FixedSettings withoutToken() {
        return new FixedSettings(URI.create("http://127.0.0.1:1"), Optional.empty());
    }
}
