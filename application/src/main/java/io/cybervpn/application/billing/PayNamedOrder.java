package io.cybervpn.application.billing;

import io.cybervpn.application.shared.UnitOfWork;
import io.cybervpn.domain.billing.OrderId;
import io.cybervpn.domain.billing.model.Order;
import io.cybervpn.domain.billing.model.OrderDetails;
import io.cybervpn.domain.billing.model.Receipt;
import io.cybervpn.domain.billing.model.Settlement;
import io.cybervpn.domain.billing.repository.Orders;
import io.cybervpn.domain.identity.AccountId;
import io.cybervpn.domain.shared.Money;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Optional;

/**
 * Pays an order that staff name out of its buyer's wallet, where they have just put money for it:
 * also one that was given up, as late money does. Who calls it decides who may. In one transaction:
 * the money is taken, the payment is kept, the order is paid and told.
 */
@Singleton
public final class PayNamedOrder {
    private final UnitOfWork unitOfWork;
    private final Orders orders;
    private final Till till;
    private final Clock clock;

    @Inject
    PayNamedOrder(UnitOfWork unitOfWork, Orders orders, Till till, Clock clock) {
        this.unitOfWork = unitOfWork;
        this.orders = orders;
        this.till = till;
        this.clock = clock;
    }

    /** What an order is to money that looks for one. */
    public sealed interface Standing {
        /** It can be paid. */
        record Unpaid(AccountId buyer, Money total) implements Standing {}

        /** It is paid. */
        record Paid() implements Standing {}

        /** Its buyer does not want it any more. */
        record Cancelled() implements Standing {}

        /** There is none. */
        record NotThere() implements Standing {}
    }

    /** What came of it. */
    public sealed interface Result {
        /** It is paid. */
        record Paid() implements Result {}

        /** There is too little in the wallet; nothing was taken. */
        record NotEnough(Money available) implements Result {}

        /** It is paid already or cancelled, or there is none. */
        record NotUnpaid() implements Result {}
    }

    /** Holds an order until the unit of work ends, and says what it is. */
    public Uni<Standing> hold(OrderId order) {
        return unitOfWork.run(() -> orders.lock(order).map(PayNamedOrder::standing));
    }

    private static Standing standing(Optional<Order> found) {
        return found.map(PayNamedOrder::standing).orElseGet(Standing.NotThere::new);
    }

    private static Standing standing(Order order) {
        return switch (order) {
            case Order.AwaitingPayment(var details) -> unpaid(details);
            case Order.Expired(var details) -> unpaid(details);
            case Order.Paid _ -> new Standing.Paid();
            case Order.Cancelled _ -> new Standing.Cancelled();
        };
    }

    private static Standing unpaid(OrderDetails details) {
        return new Standing.Unpaid(details.request().account(), details.total());
    }

    /** Pays. Repeatable: an order that is paid is not paid again. */
    public Uni<Result> pay(OrderId order) {
        return unitOfWork.run(() -> orders.lock(order).chain(this::pay));
    }

    private Uni<Result> pay(Optional<Order> found) {
        return found.filter(order -> standing(order) instanceof Standing.Unpaid)
                .map(this::pay)
                .orElseGet(() -> Uni.createFrom().item(new Result.NotUnpaid()));
    }

    private Uni<Result> pay(Order order) {
        OrderDetails details = order.details();
        return till.take(details, Money.zero(details.total().asset()))
                .chain(
                        taken ->
                                switch (taken) {
                                    case Till.Taken.TooLittle(var available) ->
                                            Uni.createFrom().item(new Result.NotEnough(available));
                                    case Till.Taken.All(var fromWallet) ->
                                            till.record(details, fromWallet)
                                                    .chain(
                                                            payment ->
                                                                    close(
                                                                            order,
                                                                            new Receipt(
                                                                                    payment.id(),
                                                                                    details.total(),
                                                                                    clock
                                                                                            .instant())));
                                });
    }

    private Uni<Result> close(Order order, Receipt receipt) {
        return switch (order.settle(receipt, clock.instant())) {
            case Settlement.Settled settled -> till.close(settled).replaceWith(new Result.Paid());
            case Settlement.SettledBefore _,
                    Settlement.PaidByAnother _,
                    Settlement.NotWanted _,
                    Settlement.NotEnough _ ->
                    Uni.createFrom()
                            .failure(
                                    new IllegalStateException(
                                            "an unpaid order was not paid by its total: "
                                                    + order.details().id().value()));
        };
    }
}
