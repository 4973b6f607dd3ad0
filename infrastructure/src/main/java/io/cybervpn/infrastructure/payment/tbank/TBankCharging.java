package io.cybervpn.infrastructure.payment.tbank;

import com.fasterxml.jackson.databind.JsonNode;
import io.cybervpn.application.payment.port.ChargingGateway;
import io.cybervpn.application.payment.port.GatewayRefused;
import io.cybervpn.application.payment.port.GatewayUnavailable;
import io.cybervpn.application.payment.port.InvoiceStatus;
import io.cybervpn.domain.shared.Asset;
import io.cybervpn.infrastructure.shared.Remote;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.StreamSupport;
import org.eclipse.microprofile.faulttolerance.exceptions.FaultToleranceException;

/**
 * Autopayments: a payment is begun without a page and charged by the RebillId that a push brought.
 * The bank knows no repetition of {@code Init}, so it is asked first what it has of our payment.
 */
@Singleton
final class TBankCharging implements ChargingGateway {
    /** 1000 and the word of the card's bank (ISO 8583): lost, stolen, expired. */
    private static final Set<String> FOR_GOOD = Set.of("1041", "1043", "1054");

    /** A card that the bank refused, told with the payment. */
    private static final Set<String> REFUSED = Set.of("REJECTED", "AUTH_FAIL");

    private final TBankSettings settings;
    private final TBankClient client;
    private final Clock clock;

    @Inject
    TBankCharging(TBankSettings settings, TBankClient client, Clock clock) {
        this.settings = settings;
        this.client = client;
        this.clock = clock;
    }

    @Override
    public String provider() {
        return TBankGateway.PROVIDER;
    }

    @Override
    public boolean enabled() {
        return settings.credentials().isPresent();
    }

    /** The bank tells it by its push alone: {@link TBankNotices}. */
    @Override
    public Uni<Optional<Kept>> kept(String reference) {
        return Uni.createFrom().item(Optional.empty());
    }

    @Override
    public Uni<Outcome> charge(Call call) {
        if (!call.amount().asset().equals(Asset.RUB)) {
            return Uni.createFrom().failure(new GatewayRefused("T-Bank charges roubles"));
        }
        return Remote.outsideUnitOfWork(() -> begun(call).chain(payment -> charge(call, payment)))
                .onFailure(FaultToleranceException.class)
                .transform(TBankGateway::unavailable);
    }

    /** What the bank has of it, else a new one. */
    private Uni<TBankPayment> begun(Call call) {
        return client.read("CheckOrder", Map.of("OrderId", reference(call)))
                .map(TBankCharging::last)
                .chain(
                        known ->
                                known.map(one -> Uni.createFrom().item(one))
                                        .orElseGet(() -> begin(call)));
    }

    private static Optional<TBankPayment> last(JsonNode answer) {
        JsonNode listed = answer.path("Payments");
        if (!listed.isArray() && new TBankPayment(answer).success()) {
            throw new GatewayUnavailable("T-Bank answers without a list");
        }
        return StreamSupport.stream(listed.spliterator(), false)
                .map(TBankPayment::new)
                .reduce((_, later) -> later);
    }

    private Uni<TBankPayment> begin(Call call) {
        return client.change("Init", wish(call)).map(TBankPayment::new).invoke(this::checkBegun);
    }

    private Map<String, Object> wish(Call call) {
        Map<String, Object> wish = new HashMap<>();
        wish.put("Amount", call.amount().minorUnits());
        wish.put("OrderId", reference(call));
        wish.put("Description", TBankGateway.cut(call.description()));
        wish.put("PayType", "O");
        wish.put("NotificationURL", settings.notificationUrl().toString());
        return wish;
    }

    private void checkBegun(TBankPayment payment) {
        if (!payment.success()) {
            throw payment.refusal();
        }
    }

    private Uni<Outcome> charge(Call call, TBankPayment payment) {
        String id =
                payment.reference()
                        .orElseThrow(() -> new GatewayUnavailable("T-Bank begins no payment"));
        return payment.state().equals("NEW")
                ? client.change("Charge", Map.of("PaymentId", id, "RebillId", call.token()))
                        .map(answer -> outcome(new TBankPayment(answer)))
                : Uni.createFrom().item(() -> outcome(payment));
    }

    private Outcome outcome(TBankPayment answer) {
        if (!answer.success() && !REFUSED.contains(answer.state())) {
            throw answer.refusal();
        }
        InvoiceStatus status =
                answer.status(clock.instant())
                        .orElseThrow(
                                () -> new GatewayUnavailable("T-Bank answers " + answer.state()));
        return switch (status) {
            case InvoiceStatus.Paid(var receipt) -> new Outcome.Taken(receipt);
            case InvoiceStatus.Active() -> new Outcome.Underway();
            case InvoiceStatus.Over _, InvoiceStatus.Ended _ ->
                    new Outcome.Declined(
                            answer.state() + " " + answer.errorCode(),
                            FOR_GOOD.contains(answer.errorCode()));
        };
    }

    private static String reference(Call call) {
        return call.payment().value().toString();
    }
}
