package io.cybervpn.application.payment;

import io.cybervpn.application.payment.port.GatewayUnavailable;
import io.cybervpn.application.payment.port.InvoiceStatus;
import io.cybervpn.application.payment.port.PaymentGateway;
import io.cybervpn.application.payment.port.PaymentGateways;
import io.cybervpn.application.shared.Actor;
import io.cybervpn.application.shared.Permission;
import io.cybervpn.domain.payment.PaymentId;
import io.cybervpn.domain.payment.model.Payment;
import io.cybervpn.domain.payment.model.PaymentRequest;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The customer's "I paid, look again" (R91): asks the provider about this payment and does what
 * follows, by the same way as a push. Repeatable, and never in a unit of work.
 */
@Singleton
public final class CheckPayment {
    private final Following following;
    private final PaymentGateways gateways;
    private final PaymentViews views;

    @Inject
    CheckPayment(Following following, PaymentGateways gateways, PaymentViews views) {
        this.following = following;
        this.gateways = gateways;
        this.views = views;
    }

    /** Who asks about which payment. */
    public record Command(Actor actor, PaymentId payment) {}

    /** The answer. */
    public sealed interface Result {
        /** What is known now. */
        record Checked(PaymentView payment) implements Result {}

        /** There is none, or it is somebody else's. */
        record NoSuchPayment() implements Result {}

        /** The provider does not answer: nothing new is known, ask again later. */
        record ProviderUnavailable(PaymentView payment) implements Result {}
    }

    /** Asks. */
    public Uni<Result> execute(Command command) {
        return following
                .read(command.payment())
                .chain(
                        found ->
                                found.filter(payment -> maySee(command.actor(), payment))
                                        .map(this::check)
                                        .orElseGet(
                                                () ->
                                                        Uni.createFrom()
                                                                .item(new Result.NoSuchPayment())));
    }

    private static boolean maySee(Actor actor, Payment payment) {
        return actor.may(Permission.PAYMENTS_READ)
                || actor.account().equals(Optional.of(payment.request().payer()));
    }

    private Uni<Result> check(Payment payment) {
        PaymentRequest request = payment.request();
        Optional<PaymentGateway> gateway = gateways.find(request.provider());
        Optional<String> reference = Following.referenceToAsk(payment);
        if (gateway.isEmpty() || reference.isEmpty()) {
            return views.find(request.id()).map(found -> new Result.Checked(found.orElseThrow()));
        }
        return ask(gateway.get(), reference.get(), request)
                .onFailure(GatewayUnavailable.class)
                .recoverWithItem(new Result.ProviderUnavailable(PaymentView.of(payment)));
    }

    private Uni<Result> ask(PaymentGateway gateway, String reference, PaymentRequest request) {
        return Uni.createFrom()
                .deferred(() -> gateway.statuses(List.of(reference)))
                .chain(statuses -> following.follow(request, status(statuses, reference)))
                .chain(() -> following.read(request.id()))
                .map(now -> new Result.Checked(PaymentView.of(now.orElseThrow())));
    }

    private static InvoiceStatus status(Map<String, InvoiceStatus> statuses, String reference) {
        return Optional.ofNullable(statuses.get(reference)).orElseGet(InvoiceStatus.Over::new);
    }
}
