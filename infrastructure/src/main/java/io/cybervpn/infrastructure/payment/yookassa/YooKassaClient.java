package io.cybervpn.infrastructure.payment.yookassa;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.cybervpn.application.payment.port.GatewayRefused;
import io.cybervpn.application.payment.port.GatewayUnavailable;
import io.cybervpn.infrastructure.shared.RemoteApi;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.Optional;
import org.eclipse.microprofile.faulttolerance.CircuitBreaker;
import org.eclipse.microprofile.faulttolerance.Retry;
import org.eclipse.microprofile.faulttolerance.Timeout;
import org.eclipse.microprofile.faulttolerance.exceptions.TimeoutException;

/**
 * YooKassa over HTTP, with timeouts and circuit breakers. Its 500 means that the outcome is
 * unknown, as a lost answer does.
 */
@Singleton
class YooKassaClient {
    static final int PAGE_MAX = 100;

    private static final int OK = 200;
    private static final int BAD_REQUEST = 400;
    private static final int NOT_FOUND = 404;

    private final YooKassaApi api;
    private final RemoteApi remote;
    private final YooKassaSettings settings;

    @Inject
    YooKassaClient(YooKassaSettings settings, ObjectMapper mapper) {
        this.api = RemoteApi.client(settings.url(), YooKassaApi.class);
        this.remote = new RemoteApi("YooKassa", mapper, GatewayUnavailable::new);
        this.settings = settings;
    }

    /** Makes a payment; a repetition with the same key and body finds the first one. */
    @Timeout(value = 12, unit = ChronoUnit.SECONDS)
    @CircuitBreaker(
            requestVolumeThreshold = 20,
            delay = 5,
            delayUnit = ChronoUnit.SECONDS,
            failOn = {GatewayUnavailable.class, TimeoutException.class})
    Uni<JsonNode> create(String key, CreatePaymentJson payment) {
        return made(api.create(authorization(), key, payment));
    }

    /** The object that a repeatable wish made; an error that says so is a refusal. */
    Uni<JsonNode> made(Uni<Response> asked) {
        return remote.reached(asked).map(this::madeOrRefused);
    }

    /** The object that was asked for; empty if there is none. */
    Uni<Optional<JsonNode>> found(Uni<Response> asked) {
        return remote.reached(asked)
                .map(
                        response ->
                                response.getStatus() == NOT_FOUND
                                                && isError(remote.parsed(response))
                                        ? Optional.empty()
                                        : Optional.of(good(response)));
    }

    /** The answer to a read. */
    Uni<JsonNode> read(Uni<Response> asked) {
        return remote.reached(asked).map(this::good);
    }

    /** Who we are, as a header. */
    String authorization() {
        return settings.credentials().map(YooKassaClient::basic).orElse("");
    }

    /** Reads a payment; empty if there is none. */
    @Retry(
            maxRetries = 1,
            delay = 300,
            jitter = 200,
            retryOn = {GatewayUnavailable.class, TimeoutException.class})
    @Timeout(value = 12, unit = ChronoUnit.SECONDS)
    @CircuitBreaker(
            requestVolumeThreshold = 20,
            delay = 5,
            delayUnit = ChronoUnit.SECONDS,
            failOn = {GatewayUnavailable.class, TimeoutException.class})
    Uni<Optional<JsonNode>> payment(String id) {
        return found(api.payment(authorization(), id));
    }

    /** Reads one page of payments, the newest first. */
    @Retry(
            maxRetries = 1,
            delay = 300,
            jitter = 200,
            retryOn = {GatewayUnavailable.class, TimeoutException.class})
    @Timeout(value = 12, unit = ChronoUnit.SECONDS)
    @CircuitBreaker(
            requestVolumeThreshold = 20,
            delay = 5,
            delayUnit = ChronoUnit.SECONDS,
            failOn = {GatewayUnavailable.class, TimeoutException.class})
    Uni<JsonNode> page(Instant createdSince, Optional<String> cursor) {
        String since = createdSince.truncatedTo(ChronoUnit.MILLIS).toString();
        return read(api.payments(authorization(), since, PAGE_MAX, cursor.orElse(null)));
    }

    private JsonNode madeOrRefused(Response response) {
        if (response.getStatus() != BAD_REQUEST) {
            return good(response);
        }
        JsonNode error = remote.parsed(response);
        String parameter = error.path("parameter").asText("");
        String told = "%s %s".formatted(error.path("code").asText("?"), parameter).strip();
        // a key that is known with another body: there is a payment, and it has to be looked for
        throw isError(error) && !parameter.equalsIgnoreCase("Idempotence-Key")
                ? new GatewayRefused(told)
                : new GatewayUnavailable("YooKassa answers 400 " + told);
    }

    private JsonNode good(Response response) {
        if (response.getStatus() != OK) {
            throw new GatewayUnavailable("YooKassa answers " + response.getStatus());
        }
        return remote.parsed(response);
    }

    private static boolean isError(JsonNode answer) {
        return answer.path("type").asText("").equals("error");
    }

    private static String basic(YooKassaSettings.Credentials credentials) {
        String plain = credentials.shop() + ":" + credentials.key();
        return "Basic "
                + Base64.getEncoder().encodeToString(plain.getBytes(StandardCharsets.UTF_8));
    }
}
