package io.cybervpn.application.billing;

import io.cybervpn.application.billing.PlaceOrder.Result;
import io.cybervpn.application.billing.port.AddOnPrices;
import io.cybervpn.application.identity.HoldOwner;
import io.cybervpn.application.shared.Ids;
import io.cybervpn.application.shared.UnitOfWork;
import io.cybervpn.domain.billing.OrderId;
import io.cybervpn.domain.billing.model.Order;
import io.cybervpn.domain.billing.model.OrderRequest;
import io.cybervpn.domain.billing.model.Purpose;
import io.cybervpn.domain.billing.repository.Orders;
import io.cybervpn.domain.catalogue.Boost;
import io.cybervpn.domain.catalogue.Offer;
import io.cybervpn.domain.identity.AccountId;
import io.cybervpn.domain.identity.Owner;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Optional;

/** Places an order for an add-on, at today's price. Once per request key, as {@link PlaceOrder}. */
@Singleton
final class PlaceAddOnOrder {
    private final UnitOfWork unitOfWork;
    private final HoldOwner holdOwner;
    private final AddOnPrices prices;
    private final Orders orders;
    private final OrderLifetimes lifetimes;
    private final Ids ids;
    private final Clock clock;

    @Inject
    PlaceAddOnOrder(
            UnitOfWork unitOfWork,
            HoldOwner holdOwner,
            AddOnPrices prices,
            Orders orders,
            OrderLifetimes lifetimes,
            Ids ids,
            Clock clock) {
        this.unitOfWork = unitOfWork;
        this.holdOwner = holdOwner;
        this.prices = prices;
        this.orders = orders;
        this.lifetimes = lifetimes;
        this.ids = ids;
        this.clock = clock;
    }

    /** Who wants what, and pays how; of the order's plan and term nothing is asked. */
    record Command(PlaceOrder.Command order, AddOnWish wish) {}

    /** Places it. */
    Uni<Result> execute(Command command) {
        return command.order()
                .actor()
                .account()
                .map(buyer -> unitOfWork.run(() -> hold(buyer, command)))
                .orElseGet(() -> refuse(new Refusal.LoginRequired()));
    }

    private Uni<Result> hold(AccountId buyer, Command command) {
        return holdOwner
                .execute(new HoldOwner.Query(buyer))
                .chain(
                        owner ->
                                owner.equals(new Owner.Of(buyer))
                                        ? placeOnce(buyer, command)
                                        : refuse(new Refusal.LoginRequired()));
    }

    private Uni<Result> placeOnce(AccountId buyer, Command command) {
        return placedBefore(buyer, command)
                .chain(
                        found ->
                                found.map(PlaceAddOnOrder::answer)
                                        .orElseGet(() -> place(buyer, command)));
    }

    private Uni<Optional<Result>> placedBefore(AccountId buyer, Command command) {
        return orders.placedBy(buyer, command.order().requestKey())
                .map(found -> found.map(order -> repeat(order, command)));
    }

    private static Result repeat(Order order, Command command) {
        AddOnWish wish = command.wish();
        boolean same =
                order.details().isAddOn(wish.subscription(), wish.addOn(), command.order().asset());
        return same ? placed(order, true) : new Result.Refused(new Refusal.KeyReused());
    }

    private Uni<Result> place(AccountId buyer, Command command) {
        return prices.price(buyer, command.wish(), command.order().asset())
                .chain(
                        price ->
                                switch (price) {
                                    case AddOnPrices.Price.Of(var offer, var boost) ->
                                            store(request(buyer, command, boost), offer, command);
                                    case AddOnPrices.Price.Refused(var reason) ->
                                            refuse(new Refusal.NoAddOn(reason));
                                });
    }

    private static OrderRequest request(AccountId buyer, Command command, Boost boost) {
        AddOnWish wish = command.wish();
        return new OrderRequest(
                buyer,
                command.order().requestKey(),
                new Purpose.AddOn(wish.subscription(), wish.addOn(), boost),
                command.order().paymentMethod(),
                command.order().useWallet());
    }

    private Uni<Result> store(OrderRequest request, Offer offer, Command command) {
        Order.AwaitingPayment order =
                Order.place(
                        new OrderId(ids.next()),
                        request,
                        offer,
                        clock.instant(),
                        lifetimes.of(request));
        return orders.add(order)
                .chain(
                        added ->
                                added
                                        ? answer(placed(order, false))
                                        : placedBefore(request.account(), command)
                                                .map(Optional::orElseThrow));
    }

    private static Result placed(Order order, boolean repeated) {
        return new Result.Placed(
                order.details().request().account(),
                Views.of(order),
                Views.title(order.details()),
                repeated);
    }

    private static Uni<Result> refuse(Refusal reason) {
        return answer(new Result.Refused(reason));
    }

    private static Uni<Result> answer(Result result) {
        return Uni.createFrom().item(result);
    }
}
