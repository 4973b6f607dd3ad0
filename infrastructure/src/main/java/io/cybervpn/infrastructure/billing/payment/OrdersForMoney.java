package io.cybervpn.infrastructure.billing.payment;

import io.cybervpn.application.billing.PayNamedOrder;
import io.cybervpn.application.payment.port.NamedOrders;
import io.cybervpn.domain.billing.OrderId;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.UUID;

/** Orders for money that looks for one, from those who sell. */
@Singleton
final class OrdersForMoney implements NamedOrders {
    private final PayNamedOrder payNamedOrder;

    @Inject
    OrdersForMoney(PayNamedOrder payNamedOrder) {
        this.payNamedOrder = payNamedOrder;
    }

    @Override
    public Uni<Standing> hold(UUID order) {
        return payNamedOrder.hold(new OrderId(order)).map(OrdersForMoney::standing);
    }

    private static Standing standing(PayNamedOrder.Standing found) {
        return switch (found) {
            case PayNamedOrder.Standing.Unpaid(var buyer, var total) ->
                    new Standing.Unpaid(buyer, total);
            case PayNamedOrder.Standing.Paid() -> new Standing.Paid();
            case PayNamedOrder.Standing.Cancelled() -> new Standing.Cancelled();
            case PayNamedOrder.Standing.NotThere() -> new Standing.NotThere();
        };
    }

    @Override
    public Uni<Void> pay(UUID order) {
        return payNamedOrder
                .pay(new OrderId(order))
                .invoke(OrdersForMoney::check)
                .replaceWithVoid();
    }

    private static void check(PayNamedOrder.Result result) {
        if (!(result instanceof PayNamedOrder.Result.Paid)) {
            throw new IllegalStateException("the order was to be paid: " + result);
        }
    }
}
