package io.cybervpn.infrastructure.payment.stripe;

import java.net.URI;
import java.util.Optional;

record FixedSettings(
        URI url,
        Optional<String> secretKey,
        Optional<String> webhookSecret,
        Optional<URI> returnUrl)
        implements StripeSettings {
    /** Of the published vector, no secret. */
    static final String WEBHOOK_SECRET = "whsec_test_5e8c1f0a9b7d4c3e";

    static FixedSettings withKey(String key) {
        return new FixedSettings(
                URI.create("http://127.0.0.1:1"),
                Optional.of(key),
                Optional.of(WEBHOOK_SECRET),
                Optional.empty());
    }

    static FixedSettings withWebhookSecret(Optional<String> secret) {
        return new FixedSettings(
                URI.create("http://127.0.0.1:1"),
                Optional.of("sk_test_1"),
                secret,
                Optional.empty());
    }
}
