package io.cybervpn.infrastructure.payment.stripe;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.cybervpn.application.payment.port.GatewayRefused;
import io.cybervpn.application.payment.port.GatewayUnavailable;
import io.cybervpn.infrastructure.shared.RemoteApi;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.Response;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.function.Function;
import org.eclipse.microprofile.faulttolerance.CircuitBreaker;
import org.eclipse.microprofile.faulttolerance.Retry;
import org.eclipse.microprofile.faulttolerance.Timeout;
import org.eclipse.microprofile.faulttolerance.exceptions.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * Stripe over HTTP, with timeouts and circuit breakers. Only reads are retried here; whoever
 * repeats a write gets the same session for the same Idempotency-Key and form.
 */
@Singleton
class StripeClient {
    /** The longest page of a list. */
    static final int LIMIT_MAX = 100;

    private static final String IDEMPOTENCY_ERROR = "idempotency_error";

    private final StripeApi api;
    private final RemoteApi remote;

    @Inject
    StripeClient(StripeSettings settings, ObjectMapper mapper) {
        this.api = RemoteApi.client(settings.url(), StripeApi.class, new StripeHeaders(settings));
        this.remote = new RemoteApi("Stripe", mapper, GatewayUnavailable::new);
    }

    /** Makes a session, or gets the one that was made under this key. Gives up after 12 s. */
    @Timeout(value = 12, unit = ChronoUnit.SECONDS)
    @CircuitBreaker(
            requestVolumeThreshold = 20,
            delay = 5,
            delayUnit = ChronoUnit.SECONDS,
            failOn = {GatewayUnavailable.class, TimeoutException.class})
    Uni<JsonNode> create(String idempotencyKey, String form) {
        return call(api -> api.create(idempotencyKey, form)).map(Answer::result);
    }

    /** Ends an open session; one that is not open is refused. */
    @Timeout(value = 12, unit = ChronoUnit.SECONDS)
    @CircuitBreaker(
            requestVolumeThreshold = 20,
            delay = 5,
            delayUnit = ChronoUnit.SECONDS,
            failOn = {GatewayUnavailable.class, TimeoutException.class})
    Uni<JsonNode> expire(String id) {
        return call(api -> api.expire(id)).map(Answer::result);
    }

    /** Reads a session; empty if Stripe has none with this id. */
    @Retry(
            maxRetries = 2,
            delay = 300,
            jitter = 200,
            retryOn = {GatewayUnavailable.class, TimeoutException.class})
    @Timeout(value = 8, unit = ChronoUnit.SECONDS)
    @CircuitBreaker(
            requestVolumeThreshold = 20,
            delay = 5,
            delayUnit = ChronoUnit.SECONDS,
            failOn = {GatewayUnavailable.class, TimeoutException.class})
    Uni<Optional<JsonNode>> retrieve(String id) {
        return found(api.retrieve(id, StripeApi.OF_ONE));
    }

    /** An object of any part of Stripe; empty if there is none with this id. */
    Uni<Optional<JsonNode>> found(Uni<Response> asked) {
        return answer(asked)
                .map(
                        answer ->
                                answer.isMissing()
                                        ? Optional.empty()
                                        : Optional.of(answer.result()));
    }

    /** Reads a page of sessions, newest first. */
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
        return call(api -> api.list(createdSince, LIMIT_MAX, after, StripeApi.OF_MANY))
                .map(Answer::result);
    }

    /** The object in an answer of another part of Stripe, judged as all are. */
    Uni<JsonNode> object(Uni<Response> asked) {
        return answer(asked).map(Answer::result);
    }

    /** The same; a refusal is given as it came, with its {@code error}. */
    Uni<JsonNode> objectOrRefusal(Uni<Response> asked) {
        return answer(asked).map(answer -> answer.refuses() ? answer.json() : answer.result());
    }

    /** The same; empty if there is none with this id. */
    Uni<Optional<JsonNode>> objectOrRefusalIfFound(Uni<Response> asked) {
        return answer(asked)
                .map(
                        answer ->
                                answer.isMissing()
                                        ? Optional.empty()
                                        : Optional.of(
                                                answer.refuses()
                                                        ? answer.json()
                                                        : answer.result()));
    }

    private Uni<Answer> call(Function<StripeApi, Uni<Response>> method) {
        return answer(method.apply(api));
    }

    private Uni<Answer> answer(Uni<Response> asked) {
        return remote.reached(asked)
                .map(response -> new Answer(response.getStatus(), remote.parsed(response)));
    }

    /** An answer, before it is known whether it is a good one. */
    private record Answer(int status, JsonNode json) {
        boolean isMissing() {
            return status == 404 && word().equals("resource_missing");
        }

        /**
         * The object of a good one. A key that was used for another form hides what became of that
         * one, so it is no refusal; Stripe's messages are left out, they may quote what we sent.
         */
        JsonNode result() {
            if (status == 200 && json.isObject()) {
                return json;
            }
            String reason = "HTTP %d %s".formatted(status, word()).strip();
            if (refuses()) {
                throw new GatewayRefused(reason);
            }
            throw new GatewayUnavailable("Stripe answers " + reason);
        }

        private boolean refuses() {
            return (status == 400 || status == 402)
                    && json.path("error").isObject()
                    && !json.path("error").path("type").asText("").equals(IDEMPOTENCY_ERROR);
        }

        private String word() {
            JsonNode error = json.path("error");
            return error.path("code").asText(error.path("type").asText(""));
        }
    }
}
