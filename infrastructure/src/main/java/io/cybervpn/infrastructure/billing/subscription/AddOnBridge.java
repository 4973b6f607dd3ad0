package io.cybervpn.infrastructure.billing.subscription;

import io.cybervpn.application.billing.AddOnWish;
import io.cybervpn.application.billing.port.AddOnPrices;
import io.cybervpn.application.subscription.PriceAddOn;
import io.cybervpn.domain.identity.AccountId;
import io.cybervpn.domain.shared.Asset;
import io.cybervpn.domain.subscription.SubscriptionId;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;

/** Asks subscription on behalf of billing what an add-on costs. */
@Singleton
final class AddOnBridge implements AddOnPrices {
    private final PriceAddOn priceAddOn;

    @Inject
    AddOnBridge(PriceAddOn priceAddOn) {
        this.priceAddOn = priceAddOn;
    }

    @Override
    public Uni<Price> price(AccountId owner, AddOnWish wish, Asset asset) {
        return priceAddOn
                .execute(
                        new PriceAddOn.Query(
                                owner,
                                new SubscriptionId(wish.subscription()),
                                wish.addOn(),
                                asset))
                .map(AddOnBridge::price);
    }

    private static Price price(PriceAddOn.Result result) {
        return switch (result) {
            case PriceAddOn.Result.Priced(var offer, var boost) -> new Price.Of(offer, boost);
            case PriceAddOn.Result.Refused(var reason) -> new Price.Refused(reason);
        };
    }
}
