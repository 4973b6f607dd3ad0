package io.cybervpn.infrastructure.payment.stripe;

import com.fasterxml.jackson.databind.JsonNode;
import io.cybervpn.application.payment.port.GatewayUnavailable;
import io.cybervpn.infrastructure.shared.RemoteApi;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.eclipse.microprofile.faulttolerance.CircuitBreaker;
import org.eclipse.microprofile.faulttolerance.Retry;
import org.eclipse.microprofile.faulttolerance.Timeout;
import org.eclipse.microprofile.faulttolerance.exceptions.TimeoutException;
import org.jspecify.annotations.Nullable;

/** PaymentIntents at Stripe over HTTP; a repeated write under one key makes one of them. */
@Singleton
class StripeIntentClient {
    private final StripeIntentApi api;
    private final StripeClient answers;

    @Inject
    StripeIntentClient(StripeSettings settings, StripeClient answers) {
        this.api =
                RemoteApi.client(
                        settings.url(), StripeIntentApi.class, new StripeHeaders(settings));
        this.answers = answers;
    }

    /**
     * Makes an intent and confirms it, or gets what became of the one that was made under this key.
     * Gives up after 12 s.
     *
     * @return the intent, or {@code {"error": …}} when the bank or Stripe says no
     */
    @Timeout(value = 12, unit = ChronoUnit.SECONDS)
    @CircuitBreaker(
            requestVolumeThreshold = 20,
            delay = 5,
            delayUnit = ChronoUnit.SECONDS,
            failOn = {GatewayUnavailable.class, TimeoutException.class})
    Uni<JsonNode> create(String idempotencyKey, String form) {
        return answers.objectOrRefusal(api.create(idempotencyKey, form));
    }

    /** Reads an intent; empty if there is none. */
    @Retry(
            maxRetries = 1,
            delay = 300,
            jitter = 200,
            retryOn = {GatewayUnavailable.class, TimeoutException.class})
    @Timeout(value = 5, unit = ChronoUnit.SECONDS)
    @CircuitBreaker(
            requestVolumeThreshold = 20,
            delay = 5,
            delayUnit = ChronoUnit.SECONDS,
            failOn = {GatewayUnavailable.class, TimeoutException.class})
    Uni<Optional<JsonNode>> retrieve(String id) {
        return answers.found(api.retrieve(id, StripeIntentApi.OF_ONE));
    }

    /** Reads a page of intents, newest first. */
    @Retry(
            maxRetries = 2,
            delay = 300,
            jitter = 200,
            retryOn = {GatewayUnavailable.class, TimeoutException.class})
    @Timeout(value = 12, unit = ChronoUnit.SECONDS)
    @CircuitBreaker(
            requestVolumeThreshold = 20,
            delay = 5,
            delayUnit = ChronoUnit.SECONDS,
            failOn = {GatewayUnavailable.class, TimeoutException.class})
    Uni<JsonNode> list(long createdSince, @Nullable String after) {
        return answers.object(
                api.list(createdSince, StripeClient.LIMIT_MAX, after, StripeIntentApi.OF_MANY));
    }

    /** Takes a method from its customer; one that nobody has is told as a refusal. */
    @Timeout(value = 12, unit = ChronoUnit.SECONDS)
    @CircuitBreaker(
            requestVolumeThreshold = 20,
            delay = 5,
            delayUnit = ChronoUnit.SECONDS,
            failOn = {GatewayUnavailable.class, TimeoutException.class})
    Uni<Optional<JsonNode>> detach(String id) {
        return answers.objectOrRefusalIfFound(api.detach(id, ""));
    }
}
