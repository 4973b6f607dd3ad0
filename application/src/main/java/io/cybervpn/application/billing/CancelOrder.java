package io.cybervpn.application.billing;

import io.cybervpn.application.shared.Actor;
import io.cybervpn.application.shared.UnitOfWork;
import io.cybervpn.domain.billing.OrderId;
import io.cybervpn.domain.billing.model.Order;
import io.cybervpn.domain.billing.repository.Orders;
import io.cybervpn.domain.identity.AccountId;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Optional;

/**
 * Gives up an own order that waits for money, such as a change of plan; what was set aside for it
 * is his again. Repeatable. Money that was on its way all the same stays in the wallet; of an order
 * that ran out before he gave it up too.
 */
@Singleton
public final class CancelOrder {
    private final UnitOfWork unitOfWork;
    private final Orders orders;
    private final Till till;

    @Inject
    CancelOrder(UnitOfWork unitOfWork, Orders orders, Till till) {
        this.unitOfWork = unitOfWork;
        this.orders = orders;
        this.till = till;
    }

    /** Who gives up which. */
    public record Command(Actor actor, OrderId order) {}

    /** What came of it. */
    public sealed interface Result {
        /** It does not wait any more. */
        record Cancelled(OrderView order) implements Result {}

        /** It is paid. */
        record Paid() implements Result {}

        /** It is not there, or not his: which of the two is not told. */
        record NoSuchOrder() implements Result {}
    }

    /** Gives it up. */
    public Uni<Result> execute(Command command) {
        return command.actor()
                .account()
                .map(buyer -> unitOfWork.run(() -> lock(buyer, command.order())))
                .orElseGet(() -> answer(new Result.NoSuchOrder()));
    }

    private Uni<Result> lock(AccountId buyer, OrderId id) {
        return orders.lock(id).chain(found -> cancel(found.filter(one -> isOf(buyer, one))));
    }

    private static boolean isOf(AccountId buyer, Order order) {
        return order.details().request().account().equals(buyer);
    }

    private Uni<Result> cancel(Optional<Order> found) {
        return found.map(this::cancel).orElseGet(() -> answer(new Result.NoSuchOrder()));
    }

    private Uni<Result> cancel(Order order) {
        return switch (order) {
            case Order.Paid _ -> answer(new Result.Paid());
            case Order.Cancelled _ -> answer(new Result.Cancelled(Views.of(order)));
            case Order.AwaitingPayment(var details) -> cancel(new Order.Cancelled(details));
            case Order.Expired(var details) -> cancel(new Order.Cancelled(details));
        };
    }

    private Uni<Result> cancel(Order.Cancelled order) {
        return till.giveUp(order).replaceWith(new Result.Cancelled(Views.of(order)));
    }

    private static Uni<Result> answer(Result result) {
        return Uni.createFrom().item(result);
    }
}
