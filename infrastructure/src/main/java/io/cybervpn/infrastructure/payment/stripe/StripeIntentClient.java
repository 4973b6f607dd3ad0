package io.cybervpn.infrastructure.payment.stripe;

import com.fasterxml.jackson.databind.JsonNode;
import io.cybervpn.infrastructure.shared.RemoteApi;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** PaymentIntents, kept cards and the customers who keep them, at Stripe over HTTP. */
@Singleton
final class StripeIntentClient {
    private final StripeIntentApi api;
    private final StripeCalls calls;

    @Inject
    StripeIntentClient(StripeSettings settings, StripeCalls calls) {
        this.api =
                RemoteApi.client(
                        settings.url(), StripeIntentApi.class, new StripeHeaders(settings));
        this.calls = calls;
    }

    /**
     * Makes an intent and confirms it, or gets what became of the one that was made under this key.
     *
     * @return the intent, or {@code {"error": …}} when the bank or Stripe says no
     */
    Uni<JsonNode> create(String idempotencyKey, String form) {
        return calls.writeOrRefusal(() -> api.create(idempotencyKey, form));
    }

    /** Reads an intent; empty if there is none. */
    Uni<Optional<JsonNode>> retrieve(String id) {
        return calls.find(() -> api.retrieve(id, StripeIntentApi.OF_ONE));
    }

    /** Reads a page of intents, newest first. */
    Uni<JsonNode> list(long createdSince, @Nullable String after) {
        return calls.page(
                () ->
                        api.list(
                                createdSince,
                                StripeClient.LIMIT_MAX,
                                after,
                                StripeIntentApi.OF_MANY));
    }

    /** Takes a method from its customer; one that nobody has is told as a refusal. */
    Uni<Optional<JsonNode>> detach(String id) {
        return calls.writeIfThere(() -> api.detach(id, ""));
    }

    /** Reads what a customer keeps; empty if there is no such customer. */
    Uni<Optional<JsonNode>> methods(String customer) {
        return calls.find(() -> api.methods(customer, 1));
    }

    /** Removes a customer, for ever; empty if there is none. */
    Uni<Optional<JsonNode>> delete(String customer) {
        return calls.writeIfThere(() -> api.delete(customer));
    }
}
