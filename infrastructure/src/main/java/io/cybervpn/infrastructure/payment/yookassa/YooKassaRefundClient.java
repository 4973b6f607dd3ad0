package io.cybervpn.infrastructure.payment.yookassa;

import com.fasterxml.jackson.databind.JsonNode;
import io.cybervpn.application.payment.port.GatewayUnavailable;
import io.cybervpn.infrastructure.shared.RemoteApi;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.eclipse.microprofile.faulttolerance.CircuitBreaker;
import org.eclipse.microprofile.faulttolerance.Retry;
import org.eclipse.microprofile.faulttolerance.Timeout;
import org.eclipse.microprofile.faulttolerance.exceptions.TimeoutException;

/** Refunds at YooKassa over HTTP; a repetition with the same key and body finds the first one. */
@Singleton
class YooKassaRefundClient {
    private final YooKassaRefundApi api;
    private final YooKassaClient answers;

    @Inject
    YooKassaRefundClient(YooKassaSettings settings, YooKassaClient answers) {
        this.api = RemoteApi.client(settings.url(), YooKassaRefundApi.class);
        this.answers = answers;
    }

    /** Makes a refund, or gets the one that was made under this key. Gives up after 12 s. */
    @Timeout(value = 12, unit = ChronoUnit.SECONDS)
    @CircuitBreaker(
            requestVolumeThreshold = 20,
            delay = 5,
            delayUnit = ChronoUnit.SECONDS,
            failOn = {GatewayUnavailable.class, TimeoutException.class})
    Uni<JsonNode> create(String key, CreateRefundJson refund) {
        return answers.made(api.create(answers.authorization(), key, refund));
    }

    /** Reads a refund; empty if there is none. */
    @Retry(
            maxRetries = 1,
            delay = 300,
            jitter = 200,
            retryOn = {GatewayUnavailable.class, TimeoutException.class})
    @Timeout(value = 7, unit = ChronoUnit.SECONDS)
    @CircuitBreaker(
            requestVolumeThreshold = 20,
            delay = 5,
            delayUnit = ChronoUnit.SECONDS,
            failOn = {GatewayUnavailable.class, TimeoutException.class})
    Uni<Optional<JsonNode>> refund(String id) {
        return answers.found(api.refund(answers.authorization(), id));
    }

    /** Reads one page of the refunds of a payment. */
    @Retry(
            maxRetries = 1,
            delay = 300,
            jitter = 200,
            retryOn = {GatewayUnavailable.class, TimeoutException.class})
    @Timeout(value = 7, unit = ChronoUnit.SECONDS)
    @CircuitBreaker(
            requestVolumeThreshold = 20,
            delay = 5,
            delayUnit = ChronoUnit.SECONDS,
            failOn = {GatewayUnavailable.class, TimeoutException.class})
    Uni<JsonNode> page(String payment, Optional<String> cursor) {
        return answers.read(
                api.refunds(
                        answers.authorization(),
                        payment,
                        YooKassaClient.PAGE_MAX,
                        cursor.orElse(null)));
    }

    /** Reads one page of the refunds of all payments since then. */
    @Retry(
            maxRetries = 1,
            delay = 300,
            jitter = 200,
            retryOn = {GatewayUnavailable.class, TimeoutException.class})
    @Timeout(value = 7, unit = ChronoUnit.SECONDS)
    @CircuitBreaker(
            requestVolumeThreshold = 20,
            delay = 5,
            delayUnit = ChronoUnit.SECONDS,
            failOn = {GatewayUnavailable.class, TimeoutException.class})
    Uni<JsonNode> made(Instant since, Optional<String> cursor) {
        return answers.read(
                api.made(
                        answers.authorization(),
                        since.toString(),
                        YooKassaClient.PAGE_MAX,
                        cursor.orElse(null)));
    }
}
