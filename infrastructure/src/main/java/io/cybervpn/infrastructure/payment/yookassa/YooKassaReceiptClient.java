package io.cybervpn.infrastructure.payment.yookassa;

import com.fasterxml.jackson.databind.JsonNode;
import io.cybervpn.application.payment.port.GatewayUnavailable;
import io.cybervpn.infrastructure.shared.RemoteApi;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.temporal.ChronoUnit;
import org.eclipse.microprofile.faulttolerance.CircuitBreaker;
import org.eclipse.microprofile.faulttolerance.Timeout;
import org.eclipse.microprofile.faulttolerance.exceptions.TimeoutException;

/** Receipts at YooKassa over HTTP; a repetition with the same key and body finds the first one. */
@Singleton
class YooKassaReceiptClient {
    private final YooKassaReceiptApi api;
    private final YooKassaClient answers;

    @Inject
    YooKassaReceiptClient(YooKassaSettings settings, YooKassaClient answers) {
        this.api = RemoteApi.client(settings.url(), YooKassaReceiptApi.class);
        this.answers = answers;
    }

    /** Makes a receipt, or gets the one that was made under this key. Gives up after 12 s. */
    @Timeout(value = 12, unit = ChronoUnit.SECONDS)
    @CircuitBreaker(
            requestVolumeThreshold = 20,
            delay = 5,
            delayUnit = ChronoUnit.SECONDS,
            failOn = {GatewayUnavailable.class, TimeoutException.class})
    Uni<JsonNode> create(String key, CreateReceiptJson receipt) {
        return answers.made(api.create(answers.authorization(), key, receipt));
    }

    /** Reads those of a payment or a refund. Gives up after 7 s. */
    @Timeout(value = 7, unit = ChronoUnit.SECONDS)
    @CircuitBreaker(
            requestVolumeThreshold = 20,
            delay = 5,
            delayUnit = ChronoUnit.SECONDS,
            failOn = {GatewayUnavailable.class, TimeoutException.class})
    Uni<JsonNode> of(YooKassaDesk.Which which) {
        return answers.read(
                api.receipts(
                        answers.authorization(),
                        which.isRefund() ? null : which.reference(),
                        which.isRefund() ? which.reference() : null,
                        YooKassaClient.PAGE_MAX));
    }
}
