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

    @Inject
    YooKassaCharging(YooKassaSettings settings, YooKassaClient client) {
        this.settings = settings;
        this.client = client;
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
        return Remote.outsideUnitOfWork(() -> client.create(key, body(call, key)))
                .onFailure(FaultToleranceException.class)
                .transform(YooKassaGateway::unavailable)
                .map(this::outcome);
    }

    private static CreatePaymentJson body(Call call, String reference) {
        return new CreatePaymentJson(
                new CreatePaymentJson.AmountJson(
                        call.amount().toDecimal(), call.amount().asset().code()),
                true,
                null,
                YooKassaGateway.cut(call.description()),
                Map.of(YooKassaPayment.REFERENCE, reference),
                null,
                call.token());
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
