package io.cybervpn.infrastructure.billing.subscription;

import io.cybervpn.application.billing.port.RenewableSubscriptions;
import io.cybervpn.application.subscription.FindSubscription;
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

    @Inject
    SubscriptionBridge(FindSubscription findSubscription) {
        this.findSubscription = findSubscription;
    }

    @Override
    public Uni<Standing> standing(AccountId owner, UUID subscription) {
        return findSubscription
                .execute(new FindSubscription.Query(new SubscriptionId(subscription)))
                .map(result -> standing(owner, result));
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
