package io.cybervpn.infrastructure.payment.yookassa;

import com.fasterxml.jackson.databind.JsonNode;
import io.cybervpn.application.payment.port.ChargingGateway;
import io.cybervpn.application.payment.port.GatewayUnavailable;
import io.cybervpn.application.payment.port.InvoiceStatus;
import io.cybervpn.infrastructure.shared.Remote;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.faulttolerance.exceptions.FaultToleranceException;

/**
 * Autopayments: a payment by a kept method, without a page. Our payment's id is the idempotence key
 * as for any other, so a repetition finds the first one.
 */
@Singleton
final class YooKassaCharging implements ChargingGateway {
    /** What was kept will never pay again. */
    private static final Set<String> FOR_GOOD = Set.of("permission_revoked", "card_expired");

    private final YooKassaSettings settings;
    private final YooKassaClient client;
    private final ReceiptsAlong along;

    @Inject
    YooKassaCharging(YooKassaSettings settings, YooKassaClient client, ReceiptsAlong along) {
        this.settings = settings;
        this.client = client;
        this.along = along;
    }

    @Override
    public String provider() {
        return YooKassaGateway.PROVIDER;
    }

    @Override
    public boolean enabled() {
        return settings.credentials().isPresent();
    }

    @Override
    public Uni<Optional<Kept>> kept(String reference) {
        return Remote.outsideUnitOfWork(() -> client.payment(reference))
                .onFailure(FaultToleranceException.class)
                .transform(YooKassaGateway::unavailable)
                .map(found -> found.flatMap(json -> new YooKassaPayment(json).kept()));
    }

    @Override
    public Uni<Outcome> charge(Call call) {
        String key = call.payment().value().toString();
        return Remote.outsideUnitOfWork(
                        () -> along.payment(call.payment(), call.amount(), call.description()))
                .chain(receipt -> client.create(key, body(call, receipt)))
                .onFailure(FaultToleranceException.class)
                .transform(YooKassaGateway::unavailable)
                .map(this::outcome);
    }

    private static CreatePaymentJson body(Call call, Optional<ReceiptJson> receipt) {
        return new CreatePaymentJson(
                CreatePaymentJson.AmountJson.of(call.amount()),
                true,
                null,
                YooKassaGateway.cut(call.description()),
                Map.of(YooKassaPayment.REFERENCE, call.payment().value().toString()),
                null,
                call.token(),
                receipt.orElse(null));
    }

    private Outcome outcome(JsonNode made) {
        YooKassaPayment payment = new YooKassaPayment(made);
        return switch (status(payment)) {
            case InvoiceStatus.Paid(var receipt) -> new Outcome.Taken(receipt);
            case InvoiceStatus.Active() -> new Outcome.Underway();
            case InvoiceStatus.Over _, InvoiceStatus.Ended _ ->
                    new Outcome.Declined(
                            payment.cancellation(), FOR_GOOD.contains(payment.cancellation()));
        };
    }

    private InvoiceStatus status(YooKassaPayment payment) {
        return payment.status(
                        settings.credentials()
                                .filter(YooKassaSettings.Credentials::isTest)
                                .isPresent())
                .orElseThrow(
                        () ->
                                new GatewayUnavailable(
                                        "YooKassa answers with an unknown state of a payment"));
    }
}
