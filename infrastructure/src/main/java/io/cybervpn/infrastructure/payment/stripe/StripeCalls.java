package io.cybervpn.infrastructure.payment.stripe;

import com.fasterxml.jackson.databind.JsonNode;
import io.cybervpn.application.payment.port.GatewayUnavailable;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.Response;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.function.Supplier;
import org.eclipse.microprofile.faulttolerance.CircuitBreaker;
import org.eclipse.microprofile.faulttolerance.Retry;
import org.eclipse.microprofile.faulttolerance.Timeout;
import org.eclipse.microprofile.faulttolerance.exceptions.TimeoutException;

/**
 * How Stripe is called: with patience and circuit breakers, and only reads are tried again. A
 * repeated write under one key makes one object.
 */
@Singleton
class StripeCalls {
    private final StripeClient answers;

    @Inject
    StripeCalls(StripeClient answers) {
        this.answers = answers;
    }

    /** Makes something. Gives up after 12 s. */
    @Timeout(value = 12, unit = ChronoUnit.SECONDS)
    @CircuitBreaker(
            requestVolumeThreshold = 20,
            delay = 5,
            delayUnit = ChronoUnit.SECONDS,
            failOn = {GatewayUnavailable.class, TimeoutException.class})
    Uni<JsonNode> write(Supplier<Uni<Response>> call) {
        return answers.object(call.get());
    }

    /** The same; {@code {"error": …}} when Stripe or a bank says no. */
    @Timeout(value = 12, unit = ChronoUnit.SECONDS)
    @CircuitBreaker(
            requestVolumeThreshold = 20,
            delay = 5,
            delayUnit = ChronoUnit.SECONDS,
            failOn = {GatewayUnavailable.class, TimeoutException.class})
    Uni<JsonNode> writeOrRefusal(Supplier<Uni<Response>> call) {
        return answers.objectOrRefusal(call.get());
    }

    /** The same with what is there; empty if it is not. Gives up after 6 s. */
    @Timeout(value = 6, unit = ChronoUnit.SECONDS)
    @CircuitBreaker(
            requestVolumeThreshold = 20,
            delay = 5,
            delayUnit = ChronoUnit.SECONDS,
            failOn = {GatewayUnavailable.class, TimeoutException.class})
    Uni<Optional<JsonNode>> writeIfThere(Supplier<Uni<Response>> call) {
        return answers.objectOrRefusalIfFound(call.get());
    }

    /** Reads an object; empty if there is none. Gives up after 5 s, twice. */
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
    Uni<Optional<JsonNode>> find(Supplier<Uni<Response>> call) {
        return answers.found(call.get());
    }

    /** Reads a short list. Gives up after 5 s, twice. */
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
    Uni<JsonNode> read(Supplier<Uni<Response>> call) {
        return answers.object(call.get());
    }

    /** Reads a page. Gives up after 12 s, three times. */
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
    Uni<JsonNode> page(Supplier<Uni<Response>> call) {
        return answers.object(call.get());
    }
}
