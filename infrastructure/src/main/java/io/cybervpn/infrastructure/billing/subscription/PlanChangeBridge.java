package io.cybervpn.infrastructure.billing.subscription;

import io.cybervpn.application.billing.PlanChangeWish;
import io.cybervpn.application.billing.port.PlanChangePrices;
import io.cybervpn.application.subscription.PricePlanChange;
import io.cybervpn.domain.catalogue.Offer;
import io.cybervpn.domain.identity.AccountId;
import io.cybervpn.domain.subscription.SubscriptionId;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;

/** Asks subscription on behalf of billing what a change of plan costs. */
@Singleton
final class PlanChangeBridge implements PlanChangePrices {
    private final PricePlanChange pricePlanChange;

    @Inject
    PlanChangeBridge(PricePlanChange pricePlanChange) {
        this.pricePlanChange = pricePlanChange;
    }

    @Override
    public Uni<Price> price(AccountId owner, Offer target, PlanChangeWish wish) {
        return pricePlanChange
                .execute(
                        new PricePlanChange.Query(
                                owner,
                                new io.cybervpn.application.subscription.PlanChangeWish(
                                        new SubscriptionId(wish.subscription()),
                                        target.plan(),
                                        target.termDays(),
                                        target.price().asset()),
                                wish.mode(),
                                wish.asOf(),
                                wish.fingerprint()))
                .map(PlanChangeBridge::price);
    }

    private static Price price(PricePlanChange.Result result) {
        return switch (result) {
            case PricePlanChange.Result.Priced(var difference, var rates) ->
                    new Price.Of(difference, rates);
            case PricePlanChange.Result.Refused(var reason) -> new Price.Refused(reason);
        };
    }
}
