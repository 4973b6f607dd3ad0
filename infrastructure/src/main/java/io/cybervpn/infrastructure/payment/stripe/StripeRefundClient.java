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

/** Refunds at Stripe over HTTP; a repeated write under one key makes one refund. */
@Singleton
class StripeRefundClient {
    private final StripeRefundApi api;
    private final StripeClient answers;

    @Inject
    StripeRefundClient(StripeSettings settings, StripeClient answers) {
        this.api =
                RemoteApi.client(
                        settings.url(), StripeRefundApi.class, new StripeHeaders(settings));
        this.answers = answers;
    }

    /** Makes a refund, or gets the one that was made under this key. Gives up after 12 s. */
    @Timeout(value = 12, unit = ChronoUnit.SECONDS)
    @CircuitBreaker(
            requestVolumeThreshold = 20,
            delay = 5,
            delayUnit = ChronoUnit.SECONDS,
            failOn = {GatewayUnavailable.class, TimeoutException.class})
    Uni<JsonNode> create(String idempotencyKey, String form) {
        return answers.object(api.create(idempotencyKey, form));
    }

    /** Reads the refunds of a PaymentIntent. */
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
    Uni<JsonNode> list(String intent) {
        return answers.object(api.list(intent, StripeClient.LIMIT_MAX));
    }

    /** Reads a refund; empty if there is none. */
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
    Uni<Optional<JsonNode>> refund(String id) {
        return answers.found(api.refund(id));
    }

    /** Reads a dispute; empty if there is none. */
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
    Uni<Optional<JsonNode>> dispute(String id) {
        return answers.found(api.dispute(id));
    }

    /** Reads the sessions that led to a PaymentIntent. */
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
    Uni<JsonNode> sessions(String intent) {
        return answers.object(api.sessions(intent, 1));
    }
}
