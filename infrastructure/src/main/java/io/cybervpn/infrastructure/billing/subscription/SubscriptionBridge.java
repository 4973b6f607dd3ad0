package io.cybervpn.infrastructure.billing.subscription;

import io.cybervpn.application.appstore.HoldStoreService;
import io.cybervpn.application.billing.port.RenewableSubscriptions;
import io.cybervpn.application.subscription.FindSubscription;
import io.cybervpn.domain.appstore.StoreServiceId;
import io.cybervpn.domain.identity.AccountId;
import io.cybervpn.domain.subscription.SubscriptionId;
import io.cybervpn.domain.subscription.SubscriptionSnapshot;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.UUID;

/** Asks subscription on behalf of billing; a foreign subscription looks like none. */
@Singleton
final class SubscriptionBridge implements RenewableSubscriptions {
    private final FindSubscription findSubscription;
    private final HoldStoreService holdStoreService;

    @Inject
    SubscriptionBridge(FindSubscription findSubscription, HoldStoreService holdStoreService) {
        this.findSubscription = findSubscription;
        this.holdStoreService = holdStoreService;
    }

    @Override
    public Uni<Standing> standing(AccountId owner, UUID subscription) {
        return findSubscription
                .execute(new FindSubscription.Query(new SubscriptionId(subscription)))
                .map(result -> standing(owner, result))
                .chain(standing -> unlessStores(standing, subscription));
    }

    private Uni<Standing> unlessStores(Standing standing, UUID subscription) {
        if (standing instanceof Standing.Unknown) {
            return Uni.createFrom().item(standing);
        }
        return holdStoreService
                .execute(new HoldStoreService.Query(new StoreServiceId(subscription)))
                .map(kept -> kept.isPresent() ? new Standing.KeptByStore() : standing);
    }

    private static Standing standing(AccountId owner, FindSubscription.Result result) {
        return switch (result) {
            case FindSubscription.Result.Found(SubscriptionSnapshot found)
                    when found.account().equals(owner) ->
                    new Standing.Renewable(found.plan());
            case FindSubscription.Result.Found _, FindSubscription.Result.NoSuchSubscription _ ->
                    new Standing.Unknown();
        };
    }
}
