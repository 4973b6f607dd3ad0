package io.cybervpn.application.billing;

import io.cybervpn.application.payment.PaymentView;
import io.cybervpn.application.shared.UnitOfWork;
import io.cybervpn.domain.billing.OrderId;
import io.cybervpn.domain.billing.model.Order;
import io.cybervpn.domain.billing.model.OrderDetails;
import io.cybervpn.domain.billing.model.Receipt;
import io.cybervpn.domain.billing.model.Settlement;
import io.cybervpn.domain.billing.repository.Orders;
import io.cybervpn.domain.shared.Money;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Optional;

/**
 * Pays an order that waits out of its buyer's wallet, what he was given first, all at once or not
 * at all (R85). In one transaction: the money is taken, the payment is kept, the order is paid and
 * told. Repeatable: an order that is paid is not paid again.
 */
@Singleton
final class PayFromWallet {
    private final UnitOfWork unitOfWork;
    private final Orders orders;
    private final Till till;
    private final Clock clock;

    @Inject
    PayFromWallet(UnitOfWork unitOfWork, Orders orders, Till till, Clock clock) {
        this.unitOfWork = unitOfWork;
        this.orders = orders;
        this.till = till;
        this.clock = clock;
    }

    /** Which order. */
    record Command(OrderId order) {}

    /** What came of it. */
    sealed interface Result {
        /** It is paid. */
        record Paid(OrderView order, PaymentView payment) implements Result {}

        /** There is too little; nothing was taken and the order goes on waiting. */
        record NotEnough(OrderView order, Money available) implements Result {}

        /** It does not wait for money. */
        record NotWaiting() implements Result {}
    }

    /** Pays. */
    Uni<Result> execute(Command command) {
        return unitOfWork.run(() -> orders.lock(command.order()).chain(this::pay));
    }

    private Uni<Result> pay(Optional<Order> found) {
        return found.filter(Order.AwaitingPayment.class::isInstance)
                .map(this::pay)
                .orElseGet(() -> Uni.createFrom().item(new Result.NotWaiting()));
    }

    private Uni<Result> pay(Order order) {
        OrderDetails details = order.details();
        return till.take(details, Money.zero(details.total().asset()))
                .chain(
                        taken ->
                                switch (taken) {
                                    case Till.Taken.TooLittle(var available) ->
                                            Uni.createFrom()
                                                    .item(
                                                            new Result.NotEnough(
                                                                    Views.of(order), available));
                                    case Till.Taken.All(var fromWallet) ->
                                            till.record(details, fromWallet)
                                                    .chain(payment -> close(order, payment));
                                });
    }

    private Uni<Result> close(Order order, PaymentView payment) {
        Receipt receipt = new Receipt(payment.id(), order.details().total(), clock.instant());
        return switch (order.settle(receipt, clock.instant())) {
            case Settlement.Settled settled ->
                    till.close(settled)
                            .replaceWith(() -> new Result.Paid(Views.of(settled.order()), payment));
            case Settlement.SettledBefore _,
                    Settlement.PaidByAnother _,
                    Settlement.NotWanted _,
                    Settlement.NotEnough _ ->
                    Uni.createFrom()
                            .failure(
                                    new IllegalStateException(
                                            "an order that waits was not paid by its total: "
                                                    + order.details().id().value()));
        };
    }
}
