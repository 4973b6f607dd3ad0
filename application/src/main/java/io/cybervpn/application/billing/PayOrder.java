package io.cybervpn.application.billing;

import io.cybervpn.application.shared.UnitOfWork;
import io.cybervpn.domain.billing.OrderId;
import io.cybervpn.domain.billing.model.Order;
import io.cybervpn.domain.billing.repository.Orders;
import io.cybervpn.domain.shared.Money;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Optional;

/**
 * Pays an order that stands, without its buyer, out of what he said that it is paid from. For our
 * own code alone, which has his consent. Repeatable: an order is paid once, whoever asks and
 * however often.
 */
@Singleton
public final class PayOrder {
    private final UnitOfWork unitOfWork;
    private final Orders orders;
    private final PayFromWallet payFromWallet;

    @Inject
    PayOrder(UnitOfWork unitOfWork, Orders orders, PayFromWallet payFromWallet) {
        this.unitOfWork = unitOfWork;
        this.orders = orders;
        this.payFromWallet = payFromWallet;
    }

    /** Which. */
    public record Command(OrderId order) {}

    /** What came of it. */
    public sealed interface Result {
        /** It is paid: now, or was before. */
        record Paid(Money total) implements Result {}

        /** There is too little; nothing was taken. */
        record NotEnoughMoney(Money available) implements Result {}

        /** It waits for money no more, and none is on its way. */
        record Over() implements Result {}
    }

    /** Pays. Never call it in a unit of work. */
    public Uni<Result> execute(Command command) {
        return unitOfWork.run(() -> orders.lock(command.order()).chain(this::pay));
    }

    private Uni<Result> pay(Optional<Order> found) {
        return found.map(this::pay).orElseGet(() -> answer(new Result.Over()));
    }

    private Uni<Result> pay(Order order) {
        return switch (order) {
            case Order.Paid(var details, _, _) -> answer(new Result.Paid(details.total()));
            case Order.Expired _ -> answer(new Result.Over());
            case Order.AwaitingPayment(var details) ->
                    payFromWallet
                            .execute(new PayFromWallet.Command(details.id()))
                            .map(PayOrder::result);
        };
    }

    private static Result result(PayFromWallet.Result paid) {
        return switch (paid) {
            case PayFromWallet.Result.Paid(var order, _) -> new Result.Paid(order.total());
            case PayFromWallet.Result.NotEnough(_, var available) ->
                    new Result.NotEnoughMoney(available);
            case PayFromWallet.Result.NotWaiting() -> new Result.Over();
        };
    }

    private static Uni<Result> answer(Result result) {
        return Uni.createFrom().item(result);
    }
}
