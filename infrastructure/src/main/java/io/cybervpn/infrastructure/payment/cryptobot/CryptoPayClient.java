package io.cybervpn.infrastructure.payment.cryptobot;

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
import java.util.function.Function;
import org.eclipse.microprofile.faulttolerance.CircuitBreaker;
import org.eclipse.microprofile.faulttolerance.Retry;
import org.eclipse.microprofile.faulttolerance.Timeout;
import org.eclipse.microprofile.faulttolerance.exceptions.TimeoutException;

/**
 * Crypto Pay over HTTP, with timeouts and circuit breakers. Only reads are retried: a repeated
 * createInvoice would make one more invoice.
 */
@Singleton
class CryptoPayClient {
    private static final int SERVER_ERROR = 500;

    private final CryptoPayApi api;
    private final RemoteApi remote;
    private final CryptoBotSettings settings;

    @Inject
    CryptoPayClient(CryptoBotSettings settings, ObjectMapper mapper) {
        this.api = RemoteApi.client(settings.url(), CryptoPayApi.class);
        this.remote = new RemoteApi("Crypto Pay", mapper, GatewayUnavailable::new);
        this.settings = settings;
    }

    /** Makes an invoice; never repeated here. */
    @Timeout(value = 12, unit = ChronoUnit.SECONDS)
    @CircuitBreaker(
            requestVolumeThreshold = 20,
            delay = 5,
            delayUnit = ChronoUnit.SECONDS,
            failOn = {GatewayUnavailable.class, TimeoutException.class})
    Uni<JsonNode> createInvoice(CreateInvoiceJson invoice) {
        return call(api -> api.createInvoice(token(), invoice));
    }

    /** Reads invoices. */
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
    Uni<JsonNode> getInvoices(GetInvoicesJson filter) {
        return call(api -> api.getInvoices(token(), filter));
    }

    /** Takes an invoice away that nobody paid. */
    @Timeout(value = 12, unit = ChronoUnit.SECONDS)
    @CircuitBreaker(
            requestVolumeThreshold = 20,
            delay = 5,
            delayUnit = ChronoUnit.SECONDS,
            failOn = {GatewayUnavailable.class, TimeoutException.class})
    Uni<JsonNode> deleteInvoice(DeleteInvoiceJson invoice) {
        return call(api -> api.deleteInvoice(token(), invoice));
    }

    /** Sends money; never repeated here, though its spend id would make that harmless. */
    @Timeout(value = 12, unit = ChronoUnit.SECONDS)
    @CircuitBreaker(
            requestVolumeThreshold = 20,
            delay = 5,
            delayUnit = ChronoUnit.SECONDS,
            failOn = {GatewayUnavailable.class, TimeoutException.class})
    Uni<JsonNode> transfer(TransferJson transfer) {
        return call(api -> api.transfer(token(), transfer));
    }

    /** Reads transfers. */
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
    Uni<JsonNode> getTransfers(GetTransfersJson filter) {
        return call(api -> api.getTransfers(token(), filter));
    }

    private Uni<JsonNode> call(Function<CryptoPayApi, Uni<Response>> method) {
        return remote.reached(method.apply(api)).map(this::result);
    }

    /** The result of a good answer; throws what a bad one means. */
    private JsonNode result(Response response) {
        JsonNode answer = remote.parsed(response);
        if (response.getStatus() < SERVER_ERROR && answer.path("ok").asBoolean()) {
            return answer.path("result");
        }
        JsonNode error = answer.path("error");
        String name = error.path("name").asText("HTTP " + response.getStatus());
        throw switch (response.getStatus()) {
            case 200, 400 ->
                    error.isObject()
                            ? new GatewayRefused(name)
                            : new GatewayUnavailable("Crypto Pay answers " + name);
            default -> new GatewayUnavailable("Crypto Pay answers " + name);
        };
    }

    /** Staff may change it at any time. */
    private String token() {
        return settings.token().orElse("");
    }
}
