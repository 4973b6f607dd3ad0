package io.cybervpn.application.billing;

import io.cybervpn.application.ledger.SetAside;
import io.cybervpn.application.shared.UnitOfWork;
import io.cybervpn.domain.billing.OrderId;
import io.cybervpn.domain.billing.model.Order;
import io.cybervpn.domain.billing.model.OrderDetails;
import io.cybervpn.domain.billing.repository.Orders;
import io.cybervpn.domain.shared.Money;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Optional;

/**
 * Sets aside what its buyer's wallet has for an order, before a provider is asked for the rest.
 * Where the wallet covers all of it, the order is paid by it. In one transaction, and repeatable.
 */
@Singleton
final class SplitOrder {
    private final UnitOfWork unitOfWork;
    private final Orders orders;
    private final SetAside setAside;
    private final PayFromWallet payFromWallet;
    private final Till till;

    @Inject
    SplitOrder(
            UnitOfWork unitOfWork,
            Orders orders,
            SetAside setAside,
            PayFromWallet payFromWallet,
            Till till) {
        this.unitOfWork = unitOfWork;
        this.orders = orders;
        this.setAside = setAside;
        this.payFromWallet = payFromWallet;
        this.till = till;
    }

    /**
     * Which order.
     *
     * @param leastRest the least that the provider can be asked for
     */
    record Command(OrderId order, Money leastRest) {}

    /** What is to be done. */
    sealed interface Result {
        /** Ask the provider for this, more than nothing. */
        record Rest(Money toPay) implements Result {}

        /** Nothing more: the wallet had enough, or the order does not wait. */
        record Done(PayFromWallet.Result paid) implements Result {}
    }

    /** Splits it. */
    Uni<Result> execute(Command command) {
        return unitOfWork.run(
                () -> orders.lock(command.order()).chain(found -> split(found, command)));
    }

    private Uni<Result> split(Optional<Order> found, Command command) {
        return found.filter(Order.AwaitingPayment.class::isInstance)
                .map(order -> split(order.details(), command.leastRest()))
                .orElseGet(() -> done(new PayFromWallet.Result.NotWaiting()));
    }

    private Uni<Result> split(OrderDetails order, Money leastRest) {
        return setAside.execute(
                        new SetAside.Command(
                                order.id().value(),
                                order.request().account(),
                                order.total(),
                                leastRest))
                .chain(
                        aside ->
                                switch (aside) {
                                    case SetAside.Result.Aside(var held) ->
                                            Uni.createFrom()
                                                    .item(
                                                            new Result.Rest(
                                                                    order.total().minus(held)));
                                    case SetAside.Result.Covered() -> pay(order);
                                    case SetAside.Result.Spent() ->
                                            throw new IllegalStateException(
                                                    "an order that waits was paid for: "
                                                            + order.id().value());
                                });
    }

    private Uni<Result> pay(OrderDetails order) {
        return payFromWallet.execute(new PayFromWallet.Command(order.id())).map(Result.Done::new);
    }

    private static Uni<Result> done(PayFromWallet.Result result) {
        return Uni.createFrom().item(new Result.Done(result));
    }

    /** The provider will not take the rest: what was set aside is the buyer's again. */
    Uni<Void> undo(OrderId id) {
        return unitOfWork.run(
                () ->
                        orders.lock(id)
                                .chain(
                                        found ->
                                                found.map(order -> till.release(order.details()))
                                                        .orElseGet(
                                                                () ->
                                                                        Uni.createFrom()
                                                                                .voidItem())));
    }
}
