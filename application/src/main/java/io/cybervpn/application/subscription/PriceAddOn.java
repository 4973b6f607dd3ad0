package io.cybervpn.application.subscription;

import io.cybervpn.application.catalogue.FindAddOn;
import io.cybervpn.application.shared.UnitOfWork;
import io.cybervpn.domain.billing.AddOnRefusal;
import io.cybervpn.domain.catalogue.AddOn;
import io.cybervpn.domain.catalogue.AddOnId;
import io.cybervpn.domain.catalogue.Boost;
import io.cybervpn.domain.catalogue.Offer;
import io.cybervpn.domain.identity.AccountId;
import io.cybervpn.domain.shared.Asset;
import io.cybervpn.domain.shared.Money;
import io.cybervpn.domain.subscription.SubscriptionId;
import io.cybervpn.domain.subscription.model.Service;
import io.cybervpn.domain.subscription.model.Subscription;
import io.cybervpn.domain.subscription.repository.Subscriptions;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;

/**
 * Says whether a subscription may have an add-on, and for what. For our own code; joins the
 * caller's unit of work.
 */
@Singleton
public final class PriceAddOn {
    /** An add-on belongs to no tier of plans. */
    private static final String TIER = "add_on";

    private final UnitOfWork unitOfWork;
    private final Subscriptions subscriptions;
    private final FindAddOn findAddOn;

    @Inject
    PriceAddOn(UnitOfWork unitOfWork, Subscriptions subscriptions, FindAddOn findAddOn) {
        this.unitOfWork = unitOfWork;
        this.subscriptions = subscriptions;
        this.findAddOn = findAddOn;
    }

    /** Who wants which for which. */
    public record Query(AccountId owner, SubscriptionId subscription, AddOnId addOn, Asset asset) {}

    /** The answer. */
    public sealed interface Result {
        /**
         * It may.
         *
         * @param offer the subscription's plan, with the add-on's name, code, days and price
         */
        record Priced(Offer offer, Boost boost) implements Result {}

        /** It may not. */
        record Refused(AddOnRefusal reason) implements Result {}
    }

    /** Prices it. */
    public Uni<Result> execute(Query query) {
        return unitOfWork.run(
                () -> subscriptions.find(query.subscription()).chain(found -> find(found, query)));
    }

    private Uni<Result> find(Optional<Subscription> found, Query query) {
        Optional<Subscription> own =
                found.filter(one -> one.service().account().equals(query.owner()));
        return findAddOn
                .execute(new FindAddOn.Query(Optional.of(query.addOn())))
                .map(
                        sold ->
                                own.map(one -> price(one, sold, query.asset()))
                                        .orElseGet(
                                                () ->
                                                        refused(
                                                                AddOnRefusal
                                                                        .SUBSCRIPTION_NOT_FOUND)));
    }

    private static Result price(Subscription subscription, List<AddOn> sold, Asset asset) {
        return switch (subscription) {
            case Subscription.Active(var service, _) ->
                    sold.stream()
                            .findFirst()
                            .map(addOn -> price(service, addOn, addOn.priceIn(asset)))
                            .orElseGet(() -> refused(AddOnRefusal.ADD_ON_NOT_ON_SALE));
            case Subscription.Paused _, Subscription.Suspended _ ->
                    refused(AddOnRefusal.SUBSCRIPTION_HELD);
            case Subscription.Expired _, Subscription.Terminated _ ->
                    refused(AddOnRefusal.SUBSCRIPTION_EXPIRED);
        };
    }

    private static Result price(Service service, AddOn addOn, Optional<Money> price) {
        if (!addOn.boost().helps(service.entitlement())) {
            return refused(AddOnRefusal.NOTHING_TO_ADD);
        }
        return price.<Result>map(
                        money -> new Result.Priced(offer(service, addOn, money), addOn.boost()))
                .orElseGet(() -> refused(AddOnRefusal.CURRENCY_NOT_OFFERED));
    }

    private static Offer offer(Service service, AddOn addOn, Money price) {
        return new Offer(
                service.plan(),
                addOn.code(),
                TIER,
                addOn.nameI18n(),
                addOn.days(),
                price,
                service.entitlement());
    }

    private static Result refused(AddOnRefusal reason) {
        return new Result.Refused(reason);
    }
}
