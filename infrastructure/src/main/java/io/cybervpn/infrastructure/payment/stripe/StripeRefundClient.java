package io.cybervpn.infrastructure.payment.stripe;

import com.fasterxml.jackson.databind.JsonNode;
import io.cybervpn.infrastructure.shared.RemoteApi;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Optional;

/** Refunds and disputes at Stripe over HTTP. */
@Singleton
final class StripeRefundClient {
    private final StripeRefundApi api;
    private final StripeCalls calls;

    @Inject
    StripeRefundClient(StripeSettings settings, StripeCalls calls) {
        this.api =
                RemoteApi.client(
                        settings.url(), StripeRefundApi.class, new StripeHeaders(settings));
        this.calls = calls;
    }

    /** Makes a refund, or gets the one that was made under this key. */
    Uni<JsonNode> create(String idempotencyKey, String form) {
        return calls.write(() -> api.create(idempotencyKey, form));
    }

    /** Reads the refunds of a PaymentIntent. */
    Uni<JsonNode> list(String intent) {
        return calls.page(() -> api.list(intent, StripeClient.LIMIT_MAX));
    }

    /** Reads a refund; empty if there is none. */
    Uni<Optional<JsonNode>> refund(String id) {
        return calls.find(() -> api.refund(id));
    }

    /** Reads a dispute; empty if there is none. */
    Uni<Optional<JsonNode>> dispute(String id) {
        return calls.find(() -> api.dispute(id));
    }

    /** Reads the sessions that led to a PaymentIntent. */
    Uni<JsonNode> sessions(String intent) {
        return calls.read(() -> api.sessions(intent, 1));
    }

    /** Reads a page of all refunds since then, newest first. */
    Uni<JsonNode> made(long since, Optional<String> last) {
        return calls.page(() -> api.made(since, StripeClient.LIMIT_MAX, last.orElse(null)));
    }
}
