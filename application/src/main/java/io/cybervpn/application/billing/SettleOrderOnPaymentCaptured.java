package io.cybervpn.application.billing;

import io.cybervpn.application.shared.EventHandler;
import io.cybervpn.application.shared.UnitOfWork;
import io.cybervpn.domain.billing.OrderId;
import io.cybervpn.domain.billing.model.Order;
import io.cybervpn.domain.billing.model.OrderDetails;
import io.cybervpn.domain.billing.model.Receipt;
import io.cybervpn.domain.billing.model.Settlement;
import io.cybervpn.domain.billing.repository.Orders;
import io.cybervpn.domain.payment.PaymentCaptured;
import io.cybervpn.domain.shared.Money;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;

/**
 * Pays an order with the money that came in for it (R85): its total moves from the buyer's wallet
 * to our revenue, and what was bought is owed. Once per order: money of a second payment, and what
 * is over, stays in the wallet. Who spends the money elsewhere before it gets here has no order of
 * it: that is given up. What comes for an order that its buyer cancelled stays in the wallet. Of an
 * order that its buyer's wallet pays in part, money that comes late settles it if the wallet still
 * has the rest. A payment for something else is left alone.
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
        return switch (order.settle(receipt(order.details(), event), clock.instant())) {
            case Settlement.Settled settled -> store(settled, event.received());
            case Settlement.SettledBefore _, Settlement.PaidByAnother _, Settlement.NotWanted _ ->
                    done();
            case Settlement.NotEnough notEnough -> refuse(order, notEnough);
        };
    }

    /** Where the wallet pays a part, whether that is there turns out when it is taken. */
    private static Receipt receipt(OrderDetails order, PaymentCaptured event) {
        boolean isPart =
                order.request().useWallet()
                        && event.received().asset().equals(order.total().asset())
                        && event.received().compareTo(order.total()) < 0;
        return new Receipt(
                event.payment(), isPart ? order.total() : event.received(), event.paidAt());
    }

    private Uni<Void> store(Settlement.Settled settled, Money received) {
        OrderDetails order = settled.order().details();
        return take(order, received)
                .chain(
                        taken ->
                                switch (taken) {
                                    case Till.Taken.All(var fromWallet) ->
                                            record(order, fromWallet)
                                                    .chain(() -> till.close(settled));
                                    case Till.Taken.TooLittle _ -> till.giveUp(order);
                                });
    }

    private Uni<Till.Taken> take(OrderDetails order, Money received) {
        return order.request().useWallet() ? till.take(order, received) : till.takePaid(order);
    }

    private Uni<Void> record(OrderDetails order, Money fromWallet) {
        return fromWallet.isZero() ? done() : till.record(order, fromWallet).replaceWithVoid();
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
