package io.cybervpn.infrastructure.payment.tbank;

import com.fasterxml.jackson.databind.JsonNode;
import io.cybervpn.application.payment.port.GatewayRefused;
import io.cybervpn.application.payment.port.GatewayUnavailable;
import io.cybervpn.application.payment.port.GoneBack;
import io.cybervpn.application.payment.port.PaymentNotices.Which;
import io.cybervpn.application.payment.port.RefundCall;
import io.cybervpn.application.payment.port.RefundStatus;
import io.cybervpn.application.payment.port.RefundingGateway;
import io.cybervpn.domain.shared.Asset;
import io.cybervpn.domain.shared.Money;
import io.cybervpn.infrastructure.shared.Remote;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.faulttolerance.exceptions.FaultToleranceException;

/**
 * The way back through T-Bank, which gives refunds no names: it says what is left of a payment. Our
 * refund's id is the {@code ExternalRequestId}, by which the bank knows a repetition for all but
 * SBP; for that the sum that went back says whether ours is in it.
 */
@Singleton
final class TBankRefunds implements RefundingGateway {
    private final TBankSettings settings;
    private final TBankClient client;

    @Inject
    TBankRefunds(TBankSettings settings, TBankClient client) {
        this.settings = settings;
        this.client = client;
    }

    @Override
    public String provider() {
        return TBankGateway.PROVIDER;
    }

    @Override
    public boolean enabled() {
        return settings.credentials().isPresent();
    }

    @Override
    public Uni<RefundStatus> refund(RefundCall call) {
        if (!call.amount().asset().equals(Asset.RUB)) {
            return Uni.createFrom().failure(new GatewayRefused("T-Bank gives roubles back"));
        }
        return Remote.outsideUnitOfWork(() -> client.change("Cancel", wish(call)))
                .onFailure(FaultToleranceException.class)
                .transform(TBankGateway::unavailable)
                .map(answer -> made(call, new TBankPayment(answer)));
    }

    private static Map<String, Object> wish(RefundCall call) {
        return Map.of(
                "PaymentId",
                call.paid().reference(),
                "Amount",
                call.amount().minorUnits(),
                "ExternalRequestId",
                id(call));
    }

    private static RefundStatus made(RefundCall call, TBankPayment answer) {
        if (!answer.success()) {
            throw answer.refusal();
        }
        return switch (answer.state()) {
            case "REFUNDED", "PARTIAL_REFUNDED", "REVERSED", "PARTIAL_REVERSED", "CANCELED" ->
                    new RefundStatus.Done(id(call));
            case "REFUNDING", "REVERSING" -> new RefundStatus.Underway(id(call));
            default -> throw new GatewayUnavailable("T-Bank answers " + answer.state());
        };
    }

    @Override
    public Uni<RefundStatus> status(RefundCall call) {
        return read(call.paid().reference()).map(payment -> status(call, payment));
    }

    private static RefundStatus status(RefundCall call, TBankPayment payment) {
        if (payment.state().equals("REFUNDING")) {
            return call.reference()
                    .map(RefundStatus.Underway::new)
                    .orElseThrow(
                            () -> new GatewayUnavailable("T-Bank is giving back, perhaps this"));
        }
        Money received = call.paid().received();
        Money left =
                payment.left()
                        .filter(money -> money.compareTo(received) <= 0)
                        .orElseThrow(
                                () ->
                                        new GatewayUnavailable(
                                                "T-Bank does not say what is left: "
                                                        + payment.state()));
        Money withThis = call.paid().returned().plus(call.amount());
        if (received.minus(left).compareTo(withThis) >= 0) {
            return new RefundStatus.Done(id(call));
        }
        return call.reference().isPresent()
                ? new RefundStatus.Over(call.reference(), "T-Bank has not given it back")
                : new RefundStatus.NotThere();
    }

    @Override
    public boolean tellsWhatIsLeft() {
        return true;
    }

    @Override
    public Uni<GoneBack> goneBack(String about) {
        return read(about).map(TBankRefunds::goneBack);
    }

    private static GoneBack goneBack(TBankPayment payment) {
        Which which =
                payment.payment()
                        .<Which>map(Which.Ours::new)
                        .orElseGet(() -> new Which.Theirs(payment.reference().orElseThrow()));
        return payment.left()
                .<GoneBack>map(left -> new GoneBack.Left(which, left))
                .orElseGet(
                        () ->
                                payment.state().equals("REFUNDING")
                                        ? new GoneBack.NotYet()
                                        : new GoneBack.Nothing("it is " + payment.state()));
    }

    private Uni<TBankPayment> read(String reference) {
        return Remote.outsideUnitOfWork(
                        () -> client.read("GetState", Map.of("PaymentId", reference)))
                .onFailure(FaultToleranceException.class)
                .transform(TBankGateway::unavailable)
                .map(answer -> checked(reference, answer));
    }

    private static TBankPayment checked(String reference, JsonNode answer) {
        TBankPayment payment = new TBankPayment(answer);
        if (!payment.success() || !payment.reference().equals(Optional.of(reference))) {
            throw new GatewayUnavailable("T-Bank answers without the payment");
        }
        return payment;
    }

    private static String id(RefundCall call) {
        return call.refund().value().toString();
    }
}
