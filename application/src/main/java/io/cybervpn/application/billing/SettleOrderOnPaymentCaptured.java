package io.cybervpn.application.billing;

import io.cybervpn.application.ledger.SpendFromWallet;
import io.cybervpn.application.shared.EventHandler;
import io.cybervpn.application.shared.UnitOfWork;
import io.cybervpn.domain.billing.OrderId;
import io.cybervpn.domain.billing.model.Order;
import io.cybervpn.domain.billing.model.OrderDetails;
import io.cybervpn.domain.billing.model.Receipt;
import io.cybervpn.domain.billing.model.Settlement;
import io.cybervpn.domain.billing.repository.Orders;
import io.cybervpn.domain.payment.PaymentCaptured;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;

/**
 * Pays an order with the money that came in for it (R85): its total moves from the buyer's wallet
 * to our revenue, and what was bought is owed. Once per order: money of a second payment, and what
 * is over, stays in the wallet. Who spends the money elsewhere before it gets here has no order of
 * it: that is given up. A payment for something else is left alone.
 */
@Singleton
public final class SettleOrderOnPaymentCaptured implements EventHandler<PaymentCaptured> {
    private final UnitOfWork unitOfWork;
    private final Orders orders;
    private final Till till;
    private final Clock clock;

    @Inject
    SettleOrderOnPaymentCaptured(UnitOfWork unitOfWork, Orders orders, Till till, Clock clock) {
        this.unitOfWork = unitOfWork;
        this.orders = orders;
        this.till = till;
        this.clock = clock;
    }

    @Override
    public Class<PaymentCaptured> event() {
        return PaymentCaptured.class;
    }

    @Override
    public String name() {
        return "billing.settle-order";
    }

    @Override
    public Uni<Void> handle(PaymentCaptured event) {
        OrderId id = new OrderId(event.subject());
        return unitOfWork.run(
                () ->
                        orders.lock(id)
                                .chain(
                                        found ->
                                                found.map(order -> settle(order, event))
                                                        .orElseGet(
                                                                SettleOrderOnPaymentCaptured
                                                                        ::done)));
    }

    private Uni<Void> settle(Order order, PaymentCaptured event) {
        Receipt receipt = new Receipt(event.payment(), event.received(), event.paidAt());
        return switch (order.settle(receipt, clock.instant())) {
            case Settlement.Settled settled -> store(settled);
            case Settlement.SettledBefore _, Settlement.PaidByAnother _ -> done();
            case Settlement.NotEnough notEnough -> refuse(order, notEnough);
        };
    }

    private Uni<Void> store(Settlement.Settled settled) {
        OrderDetails order = settled.order().details();
        return till.take(order, SpendFromWallet.Source.PAID)
                .chain(
                        taken ->
                                switch (taken) {
                                    case SpendFromWallet.Result.Spent _ -> till.close(settled);
                                    case SpendFromWallet.Result.NotEnough _ ->
                                            orders.save(new Order.Expired(order));
                                });
    }

    /**
     * Payment captures nothing but the full amount, so this is a bug of ours: nothing changes, the
     * money stays in the wallet, and the delivery is parked for staff.
     */
    private static Uni<Void> refuse(Order order, Settlement.NotEnough notEnough) {
        return Uni.createFrom()
                .failure(
                        new IllegalStateException(
                                "order "
                                        + order.details().id().value()
                                        + " costs "
                                        + notEnough.total()
                                        + " but its payment captured "
                                        + notEnough.received()));
    }

    private static Uni<Void> done() {
        return Uni.createFrom().voidItem();
    }
}
