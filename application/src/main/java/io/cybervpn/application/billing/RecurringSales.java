package io.cybervpn.application.billing;

import io.cybervpn.application.billing.port.OrderedSubscriptions;
import io.cybervpn.application.payment.port.RecurringGateway;
import io.cybervpn.application.payment.port.RecurringGateways;
import io.cybervpn.application.shared.UnitOfWork;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.UUID;

/**
 * What may be sold so that the provider charges for it again each period by itself: time of a plan,
 * for just that period, that nothing but the provider pays, and of a subscription that no provider
 * charges for yet.
 */
@Singleton
final class RecurringSales {
    private final UnitOfWork unitOfWork;
    private final RecurringGateways gateways;
    private final OrderedSubscriptions subscriptions;

    @Inject
    RecurringSales(
            UnitOfWork unitOfWork, RecurringGateways gateways, OrderedSubscriptions subscriptions) {
        this.unitOfWork = unitOfWork;
        this.gateways = gateways;
        this.subscriptions = subscriptions;
    }

    /** Why not; empty when it may be. Whether the price fits is seen when it is known. */
    Uni<Optional<Refusal>> refusal(Checkout.Command command) {
        return command.recurring().isEmpty()
                ? Uni.createFrom().item(Optional.empty())
                : refusal(command, command.order());
    }

    private Uni<Optional<Refusal>> refusal(Checkout.Command command, PlaceOrder.Command order) {
        boolean plain = command.addOn().isEmpty() && order.change().isEmpty() && !order.useWallet();
        if (!plain || !isOffered(order)) {
            return Uni.createFrom().item(Optional.of(new Refusal.NotRecurring()));
        }
        return order.renews()
                .map(this::unlessCharged)
                .orElseGet(() -> Uni.createFrom().item(Optional.empty()));
    }

    private boolean isOffered(PlaceOrder.Command order) {
        return gateways.find(order.paymentMethod())
                .flatMap(RecurringGateway::terms)
                .filter(terms -> terms.period().toDays() == order.termDays())
                .filter(terms -> terms.most().asset().equals(order.asset()))
                .isPresent();
    }

    private Uni<Optional<Refusal>> unlessCharged(UUID subscription) {
        return unitOfWork
                .run(() -> subscriptions.chargedByProvider(subscription))
                .map(
                        charged ->
                                charged
                                        ? Optional.of(new Refusal.ChargedByProvider())
                                        : Optional.empty());
    }
}
