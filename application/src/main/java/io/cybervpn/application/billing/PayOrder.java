package io.cybervpn.application.billing;

import io.cybervpn.application.payment.ChargeSavedMethod;
import io.cybervpn.application.payment.PaymentView;
import io.cybervpn.application.payment.PaymentViews;
import io.cybervpn.application.shared.UnitOfWork;
import io.cybervpn.domain.billing.OrderId;
import io.cybervpn.domain.billing.model.Order;
import io.cybervpn.domain.billing.model.OrderDetails;
import io.cybervpn.domain.billing.repository.Orders;
import io.cybervpn.domain.payment.SavedMethodId;
import io.cybervpn.domain.shared.Money;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
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
    private final ChargeSavedMethod chargeSavedMethod;
    private final PaymentViews payments;
    private final Clock clock;

    @Inject
    PayOrder(
            UnitOfWork unitOfWork,
            Orders orders,
            PayFromWallet payFromWallet,
            ChargeSavedMethod chargeSavedMethod,
            PaymentViews payments,
            Clock clock) {
        this.unitOfWork = unitOfWork;
        this.orders = orders;
        this.payFromWallet = payFromWallet;
        this.chargeSavedMethod = chargeSavedMethod;
        this.payments = payments;
        this.clock = clock;
    }

    /** Which. */
    public record Command(OrderId order) {}

    /** What came of it. */
    public sealed interface Result {
        /** It is paid: now, or was before. */
        record Paid(Money total) implements Result {}

        /** There is too little; nothing was taken. */
        record NotEnoughMoney(Money available) implements Result {}

        /** Its payment is under way, or nobody knows yet: ask again, or wait to be told. */
        record Underway() implements Result {}

        /** The provider took nothing. */
        record Declined(String reason) implements Result {}

        /** It waits for money no more, and none is on its way. */
        record Over() implements Result {}
    }

    /** Pays. Never call it in a unit of work. */
    public Uni<Result> execute(Command command) {
        return unitOfWork
                .run(() -> orders.lock(command.order()).chain(this::pay))
                .chain(this::charge);
    }

    private sealed interface Step {
        record Done(Result result) implements Step {}

        record Charge(OrderDetails order, SavedMethodId method) implements Step {}
    }

    private Uni<Step> pay(Optional<Order> found) {
        return found.map(this::pay).orElseGet(() -> done(new Result.Over()));
    }

    private Uni<Step> pay(Order order) {
        return switch (order) {
            case Order.Paid(var details, _, _) -> done(new Result.Paid(details.total()));
            case Order.Expired _, Order.Cancelled _ -> done(new Result.Over());
            case Order.AwaitingPayment(var details) ->
                    SavedMethodId.find(details.request().paymentMethod())
                            .map(method -> step(new Step.Charge(details, method)))
                            .orElseGet(() -> payFromWallet(details));
        };
    }

    private Uni<Step> payFromWallet(OrderDetails order) {
        return payFromWallet
                .execute(new PayFromWallet.Command(order.id()))
                .map(paid -> new Step.Done(result(paid)));
    }

    private Uni<Result> charge(Step step) {
        return switch (step) {
            case Step.Done(var result) -> Uni.createFrom().item(result);
            case Step.Charge charge ->
                    payments.latestOf(charge.order().id().value())
                            .chain(latest -> chargeUnlessBegun(charge, latest));
        };
    }

    private Uni<Result> chargeUnlessBegun(Step.Charge charge, Optional<PaymentView> latest) {
        OrderDetails order = charge.order();
        if (latest.isPresent()) {
            return Uni.createFrom().item(result(latest));
        }
        return order.expiresAt().isAfter(clock.instant())
                ? chargeSavedMethod
                        .execute(call(order, charge.method()))
                        .chain(charged -> result(order, charged))
                : Uni.createFrom().item(new Result.Over());
    }

    private static ChargeSavedMethod.Command call(OrderDetails order, SavedMethodId method) {
        return new ChargeSavedMethod.Command(
                order.id().value(),
                order.request().account(),
                method,
                order.total(),
                Views.title(order),
                order.offer().termDays(),
                order.expiresAt());
    }

    /** What is captured settles the order by its event; until then it is under way. */
    private Uni<Result> result(OrderDetails order, ChargeSavedMethod.Result charged) {
        return switch (charged) {
            case ChargeSavedMethod.Result.Begun _ -> Uni.createFrom().item(new Result.Underway());
            case ChargeSavedMethod.Result.Declined(var reason) ->
                    Uni.createFrom().item(new Result.Declined(reason));
            case ChargeSavedMethod.Result.NoSuchMethod() ->
                    Uni.createFrom().item(new Result.Declined("method_gone"));
            case ChargeSavedMethod.Result.ChargedBefore() ->
                    payments.latestOf(order.id().value()).map(PayOrder::result);
        };
    }

    private static Result result(Optional<PaymentView> latest) {
        return latest.filter(Checkout::isAlive).isPresent()
                ? new Result.Underway()
                : new Result.Declined("not_paid");
    }

    private static Result result(PayFromWallet.Result paid) {
        return switch (paid) {
            case PayFromWallet.Result.Paid(var order, _) -> new Result.Paid(order.total());
            case PayFromWallet.Result.NotEnough(_, var available) ->
                    new Result.NotEnoughMoney(available);
            case PayFromWallet.Result.NotWaiting() -> new Result.Over();
        };
    }

    private static Uni<Step> done(Result result) {
        return step(new Step.Done(result));
    }

    private static Uni<Step> step(Step step) {
        return Uni.createFrom().item(step);
    }
}
