package io.cybervpn.infrastructure.payment.stripe;

import jakarta.ws.rs.client.ClientRequestContext;
import jakarta.ws.rs.client.ClientRequestFilter;

/** The key, and the one version of the API that we read. */
record StripeHeaders(StripeSettings settings) implements ClientRequestFilter {
    static final String VERSION = "2026-10-28.endive";

    @Override
    public void filter(ClientRequestContext request) {
        request.getHeaders().putSingle("Authorization", "Bearer " + settings.key().orElse(""));
        request.getHeaders().putSingle("Stripe-Version", VERSION);
    }

    /** Without the key. */
    @Override
    public String toString() {
        return "StripeHeaders[" + VERSION + "]";
    }
}
