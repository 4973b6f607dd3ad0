package io.cybervpn.infrastructure.payment.stars;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.cybervpn.application.payment.port.GatewayRefused;
import io.cybervpn.application.payment.port.GatewayUnavailable;
import io.cybervpn.infrastructure.shared.RemoteApi;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.eclipse.microprofile.faulttolerance.CircuitBreaker;
import org.eclipse.microprofile.faulttolerance.Retry;
import org.eclipse.microprofile.faulttolerance.Timeout;
import org.eclipse.microprofile.faulttolerance.exceptions.TimeoutException;

/**
 * The Bot API over HTTP, with timeouts and circuit breakers. The URL holds the token, so no failure
 * of a call is kept whole or worded by somebody else.
 */
@Singleton
class BotClient {
    /** The longest page of a list. */
    static final int LIMIT_MAX = 100;

    private final StarsSettings settings;
    private final AtomicReference<Optional<Known>> known = new AtomicReference<>(Optional.empty());
    private final RemoteApi remote;

    @Inject
    BotClient(StarsSettings settings, ObjectMapper mapper) {
        this.settings = settings;
        this.remote = new RemoteApi("Telegram", mapper, GatewayUnavailable::new);
    }

    /** Makes a link; never repeated here. */
    @Timeout(value = 12, unit = ChronoUnit.SECONDS)
    @CircuitBreaker(
            requestVolumeThreshold = 20,
            delay = 5,
            delayUnit = ChronoUnit.SECONDS,
            failOn = {GatewayUnavailable.class, TimeoutException.class})
    Uni<JsonNode> createInvoiceLink(InvoiceLinkJson invoice) {
        return call(api -> api.createInvoiceLink(invoice));
    }

    /** Gives stars back; a repetition is refused by Telegram. */
    @Timeout(value = 12, unit = ChronoUnit.SECONDS)
    @CircuitBreaker(
            requestVolumeThreshold = 20,
            delay = 5,
            delayUnit = ChronoUnit.SECONDS,
            failOn = {GatewayUnavailable.class, TimeoutException.class})
    Uni<JsonNode> refund(StarRefundJson refund) {
        return call(api -> api.refundStarPayment(refund));
    }

    /** Cancels a subscription or lets its payer have it go on; may be repeated. */
    @Timeout(value = 12, unit = ChronoUnit.SECONDS)
    @CircuitBreaker(
            requestVolumeThreshold = 20,
            delay = 5,
            delayUnit = ChronoUnit.SECONDS,
            failOn = {GatewayUnavailable.class, TimeoutException.class})
    Uni<JsonNode> editSubscription(SubscriptionEditJson edit) {
        return call(api -> api.editUserStarSubscription(edit));
    }

    /** Reads transactions, oldest first. */
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
    Uni<JsonNode> transactions(long offset, int limit) {
        return call(api -> api.getStarTransactions(offset, limit));
    }

    private Uni<JsonNode> call(Function<BotApi, Uni<Response>> method) {
        return remote.reached(method.apply(api())).map(this::result);
    }

    /**
     * The token stands in the path, so that another one, which staff may set, is another client.
     */
    private BotApi api() {
        String token = settings.token().orElse("");
        return known.updateAndGet(
                        before ->
                                before.filter(one -> one.token().equals(token))
                                        .or(() -> Optional.of(made(token))))
                .orElseThrow()
                .api();
    }

    private Known made(String token) {
        String base = settings.url().toString().replaceAll("/+$", "");
        return new Known(token, RemoteApi.client(URI.create(base + "/bot" + token), BotApi.class));
    }

    private record Known(String token, BotApi api) {
        @Override
        public String toString() {
            return "a client of the bot";
        }
    }

    /** The result of a good answer; throws what a bad one means. */
    private JsonNode result(Response response) {
        JsonNode answer = remote.parsed(response);
        if (response.getStatus() == 200 && answer.path("ok").asBoolean()) {
            return answer.path("result");
        }
        String reason = "HTTP " + response.getStatus();
        if (response.getStatus() == 400 && answer.path("description").isTextual()) {
            throw new GatewayRefused(answer.path("description").asText());
        }
        throw new GatewayUnavailable("Telegram answers " + reason);
    }
}
