package io.cybervpn.application.billing;

import io.cybervpn.application.billing.port.PlanChangePrices;
import io.cybervpn.application.billing.port.RenewableSubscriptions;
import io.cybervpn.application.billing.port.RenewableSubscriptions.Standing;
import io.cybervpn.application.catalogue.FindOffer;
import io.cybervpn.application.identity.HoldOwner;
import io.cybervpn.application.shared.Actor;
import io.cybervpn.application.shared.Ids;
import io.cybervpn.application.shared.UnitOfWork;
import io.cybervpn.domain.billing.OrderId;
import io.cybervpn.domain.billing.model.Order;
import io.cybervpn.domain.billing.model.OrderDetails;
import io.cybervpn.domain.billing.model.OrderRequest;
import io.cybervpn.domain.billing.model.Purpose;
import io.cybervpn.domain.billing.model.Wish;
import io.cybervpn.domain.billing.repository.Orders;
import io.cybervpn.domain.catalogue.Offer;
import io.cybervpn.domain.catalogue.PlanId;
import io.cybervpn.domain.catalogue.Rates;
import io.cybervpn.domain.identity.AccountId;
import io.cybervpn.domain.identity.Owner;
import io.cybervpn.domain.shared.Asset;
import io.cybervpn.domain.shared.Money;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;

/**
 * Places an order at the price of this moment and keeps what was offered. Repeatable: of all calls
 * of one account with one request key, one places the order and the others find it.
 */
@Singleton
public final class PlaceOrder {
    private final UnitOfWork unitOfWork;
    private final HoldOwner holdOwner;
    private final FindOffer findOffer;
    private final RenewableSubscriptions subscriptions;
    private final PlanChangePrices planChanges;
    private final Orders orders;
    private final OrderLifetimes lifetimes;
    private final Ids ids;
    private final Clock clock;

    @Inject
    PlaceOrder(
            UnitOfWork unitOfWork,
            HoldOwner holdOwner,
            FindOffer findOffer,
            RenewableSubscriptions subscriptions,
            PlanChangePrices planChanges,
            Orders orders,
            OrderLifetimes lifetimes,
            Ids ids,
            Clock clock) {
        this.unitOfWork = unitOfWork;
        this.holdOwner = holdOwner;
        this.findOffer = findOffer;
        this.subscriptions = subscriptions;
        this.planChanges = planChanges;
        this.orders = orders;
        this.lifetimes = lifetimes;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * The order.
     *
     * @param renews the buyer's own subscription, of the same plan; empty for a new one
     * @param paymentMethod the registry name of a provider, such as {@code cryptobot}
     * @param useWallet what is in the buyer's wallet pays first, the provider is asked for the rest
     * @param requestKey the buyer's key of this request, 1 to 300 characters
     * @param change takes the buyer's own subscription to this plan instead of renewing one
     */
    public record Command(
            Actor actor,
            PlanId plan,
            int termDays,
            Asset asset,
            Optional<UUID> renews,
            String paymentMethod,
            boolean useWallet,
            String requestKey,
            Optional<PlanChangeWish> change) {
        /** A new subscription, or a renewal. */
        public Command(
                Actor actor,
                PlanId plan,
                int termDays,
                Asset asset,
                Optional<UUID> renews,
                String paymentMethod,
                boolean useWallet,
                String requestKey) {
            this(
                    actor,
                    plan,
                    termDays,
                    asset,
                    renews,
                    paymentMethod,
                    useWallet,
                    requestKey,
                    Optional.empty());
        }

        /** An order that leaves the wallet alone, unless it is the way to pay. */
        public Command(
                Actor actor,
                PlanId plan,
                int termDays,
                Asset asset,
                Optional<UUID> renews,
                String paymentMethod,
                String requestKey) {
            this(actor, plan, termDays, asset, renews, paymentMethod, false, requestKey);
        }
    }

    /** What came of it. */
    public sealed interface Result {
        /**
         * The order stands.
         *
         * @param title what it is for, in English
         * @param repeated it stood before this call
         */
        record Placed(AccountId account, OrderView order, String title, boolean repeated)
                implements Result {}

        /** No order was placed. */
        record Refused(Refusal reason) implements Result {}
    }

    /** Places it. */
    public Uni<Result> execute(Command command) {
        return command.actor()
                .account()
                .map(buyer -> unitOfWork.run(() -> hold(buyer, command)))
                .orElseGet(() -> refuse(new Refusal.LoginRequired()));
    }

    /** A buyer whose account has just ended is nobody who is logged in. */
    private Uni<Result> hold(AccountId buyer, Command command) {
        return holdOwner
                .execute(new HoldOwner.Query(buyer))
                .chain(
                        owner ->
                                owner.equals(new Owner.Of(buyer))
                                        ? placeOnce(Attempt.of(buyer, command))
                                        : refuse(new Refusal.LoginRequired()));
    }

    private Uni<Result> placeOnce(Attempt attempt) {
        return placedBefore(attempt)
                .chain(found -> found.map(PlaceOrder::answer).orElseGet(() -> place(attempt)));
    }

    private Uni<Optional<Result>> placedBefore(Attempt attempt) {
        OrderRequest request = attempt.request();
        return orders.placedBy(request.account(), request.requestKey())
                .map(found -> found.map(order -> repeat(order, attempt)));
    }

    private static Result repeat(Order order, Attempt attempt) {
        return attempt.isFor(order.details())
                ? placed(order, true)
                : new Result.Refused(new Refusal.KeyReused());
    }

    private Uni<Result> place(Attempt attempt) {
        Wish wish = attempt.wish();
        return findOffer
                .execute(new FindOffer.Query(wish.plan(), wish.termDays(), wish.asset()))
                .map(Sale::of)
                .chain(sale -> sell(sale, attempt));
    }

    private Uni<Result> sell(Sale sale, Attempt attempt) {
        return switch (sale) {
            case Sale.Not(var reason) -> refuse(new Refusal.Unsold(reason));
            case Sale.Of(var offer) -> sell(offer, attempt);
        };
    }

    private Uni<Result> sell(Offer offer, Attempt attempt) {
        return attempt.change()
                .map(wish -> change(wish, offer, attempt))
                .orElseGet(() -> sellTime(offer, attempt));
    }

    private Uni<Result> change(PlanChangeWish wish, Offer offer, Attempt attempt) {
        return planChanges
                .price(attempt.request().account(), offer, wish)
                .chain(
                        price ->
                                switch (price) {
                                    case PlanChangePrices.Price.Of(var difference, var rates) ->
                                            store(offer, attempt.priced(wish, difference, rates));
                                    case PlanChangePrices.Price.Refused(var reason) ->
                                            refuse(new Refusal.NoPlanChange(reason));
                                });
    }

    private Uni<Result> sellTime(Offer offer, Attempt attempt) {
        return switch (attempt.request().purpose()) {
            case Purpose.NewSubscription _ -> store(offer, attempt);
            case Purpose.Renewal(var subscription) ->
                    subscriptions
                            .standing(attempt.request().account(), subscription)
                            .chain(standing -> renew(standing, offer, attempt));
            case Purpose.PlanChange _, Purpose.AddOn _ ->
                    throw new IllegalStateException(attempt.toString());
        };
    }

    private Uni<Result> renew(Standing standing, Offer offer, Attempt attempt) {
        return switch (standing) {
            case Standing.KeptByStore _ -> refuse(new Refusal.KeptByStore());
            case Standing.Unknown _ -> refuse(new Refusal.NoSuchSubscription());
            case Standing.Renewable(var plan) ->
                    plan.equals(offer.plan())
                            ? store(offer, attempt)
                            : refuse(new Refusal.OtherPlan(plan));
        };
    }

    private Uni<Result> store(Offer offer, Attempt attempt) {
        OrderId id = new OrderId(ids.next());
        OrderRequest request = attempt.request();
        Order.AwaitingPayment order =
                Order.place(id, request, offer, clock.instant(), lifetimes.of(request));
        return orders.add(order)
                .chain(
                        added ->
                                added
                                        ? answer(placed(order, false))
                                        : placedBefore(attempt)
                                                .map(found -> found.orElseGet(PlaceOrder::gone)));
    }

    /** Nobody was quicker with this key: it was the plan that vanished. */
    private static Result gone() {
        return new Result.Refused(new Refusal.Unsold(new NotForSale.NoSuchPlan()));
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

    /** The purpose of a change is known when it is priced. */
    private record Attempt(Wish wish, OrderRequest request, Optional<PlanChangeWish> change) {
        static Attempt of(AccountId buyer, Command command) {
            return new Attempt(
                    new Wish(command.plan(), command.termDays(), command.asset()),
                    new OrderRequest(
                            buyer,
                            command.requestKey(),
                            Purpose.of(command.renews()),
                            command.paymentMethod(),
                            command.useWallet()),
                    command.change());
        }

        boolean isFor(OrderDetails order) {
            return change.map(wished -> order.isChange(wish, wished.subscription(), wished.mode()))
                    .orElseGet(() -> order.isFor(wish, request));
        }

        Attempt priced(PlanChangeWish wished, Money difference, Rates rates) {
            Purpose purpose =
                    new Purpose.PlanChange(wished.subscription(), wished.mode(), difference, rates);
            return new Attempt(
                    wish,
                    new OrderRequest(
                            request.account(),
                            request.requestKey(),
                            purpose,
                            request.paymentMethod(),
                            request.useWallet()),
                    change);
        }
    }
}
