package io.cybervpn.infrastructure.payment.tbank;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.cybervpn.application.payment.port.GatewayUnavailable;
import io.cybervpn.infrastructure.shared.RemoteApi;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.Response;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.TreeMap;
import org.eclipse.microprofile.faulttolerance.CircuitBreaker;
import org.eclipse.microprofile.faulttolerance.Retry;
import org.eclipse.microprofile.faulttolerance.Timeout;
import org.eclipse.microprofile.faulttolerance.exceptions.TimeoutException;

/**
 * T-Bank over HTTP, with timeouts and circuit breakers. It answers 200 to what it will not do, too:
 * callers look at {@link TBankPayment#success}.
 */
@Singleton
class TBankClient {
    private static final int OK = 200;

    private final TBankApi api;
    private final ObjectMapper mapper;
    private final RemoteApi remote;
    private final TBankSettings settings;

    @Inject
    TBankClient(TBankSettings settings, ObjectMapper mapper) {
        this.api = RemoteApi.client(settings.url(), TBankApi.class);
        this.mapper = mapper;
        this.remote = new RemoteApi("T-Bank", mapper, GatewayUnavailable::new);
        this.settings = settings;
    }

    /** Changes something; never repeated here. */
    @Timeout(value = 12, unit = ChronoUnit.SECONDS)
    @CircuitBreaker(
            requestVolumeThreshold = 20,
            delay = 5,
            delayUnit = ChronoUnit.SECONDS,
            failOn = {GatewayUnavailable.class, TimeoutException.class})
    Uni<JsonNode> change(String method, Map<String, Object> values) {
        return call(method, values);
    }

    /** Reads something. */
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
    Uni<JsonNode> read(String method, Map<String, Object> values) {
        return call(method, values);
    }

    private Uni<JsonNode> call(String method, Map<String, Object> values) {
        return remote.reached(api.call(method, body(values))).map(this::answer);
    }

    private String body(Map<String, Object> values) {
        TBankSettings.Credentials credentials =
                settings.credentials().orElseGet(() -> new TBankSettings.Credentials("", ""));
        Map<String, String> texts = new TreeMap<>();
        values.forEach((name, value) -> texts.put(name, value.toString()));
        texts.put("TerminalKey", credentials.terminal());
        ObjectNode body = mapper.valueToTree(values);
        body.put("TerminalKey", credentials.terminal());
        body.put(TBankToken.FIELD, TBankToken.of(texts, credentials.password()));
        return body.toString();
    }

    private JsonNode answer(Response response) {
        if (response.getStatus() != OK) {
            throw new GatewayUnavailable("T-Bank answers " + response.getStatus());
        }
        return remote.parsed(response);
    }
}
