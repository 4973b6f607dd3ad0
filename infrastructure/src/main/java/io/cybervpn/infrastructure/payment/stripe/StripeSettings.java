package io.cybervpn.infrastructure.payment.stripe;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.util.Optional;

/** How to reach Stripe. */
@ConfigMapping(prefix = "cybervpn.stripe")
interface StripeSettings {
    /** Base URL; live and test keys have the same. */
    @WithDefault("https://api.stripe.com")
    URI url();

    /** {@code sk_…} or {@code rk_…}; without it the provider is off. */
    Optional<String> secretKey();

    /** {@code whsec_…} of our endpoint; without it no event is believed. */
    Optional<String> webhookSecret();

    /** Where the payer comes back to; without it the shop's public URL. */
    Optional<URI> returnUrl();

    /** The key, if one is set. */
    default Optional<String> key() {
        return secretKey().filter(key -> !key.isBlank());
    }

    /** Whether real money moves: an object of the other mode is none of ours. */
    default boolean live() {
        return key().filter(key -> key.matches("(sk|rk)_live_.*")).isPresent();
    }
}
