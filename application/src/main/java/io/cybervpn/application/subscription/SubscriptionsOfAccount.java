package io.cybervpn.application.subscription;

import io.cybervpn.application.shared.AccountFollower;
import io.cybervpn.application.shared.Stake;
import io.cybervpn.domain.identity.AccountId;
import io.cybervpn.domain.subscription.SubscriptionStatus;
import io.cybervpn.domain.subscription.model.Subscription;
import io.cybervpn.domain.subscription.repository.Subscriptions;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;

/** Subscriptions go with their owner; those of an erased one end at once, and others are told. */
@Singleton
public final class SubscriptionsOfAccount implements AccountFollower {
    private final Subscriptions subscriptions;
    private final HoldDesk holds;

    @Inject
    SubscriptionsOfAccount(Subscriptions subscriptions, HoldDesk holds) {
        this.subscriptions = subscriptions;
        this.holds = holds;
    }

    @Override
    public int rank() {
        return 30;
    }

    @Override
    public Uni<Void> erased(AccountId gone) {
        return subscriptions
                .lockAllOf(gone)
                .chain(
                        all ->
                                Multi.createFrom()
                                        .iterable(all)
                                        .onItem()
                                        .transformToUniAndConcatenate(holds::end)
                                        .collect()
                                        .last())
                .replaceWithVoid();
    }

    @Override
    public Uni<Void> merged(AccountId from, AccountId into) {
        return subscriptions.reown(from, into);
    }

    @Override
    public Uni<List<Stake>> stakes(AccountId account) {
        return subscriptions
                .lockAllOf(account)
                .map(all -> all.stream().filter(SubscriptionsOfAccount::isActive).count())
                .map(SubscriptionsOfAccount::active);
    }

    private static boolean isActive(Subscription subscription) {
        return subscription.status() == SubscriptionStatus.ACTIVE;
    }

    private static List<Stake> active(long count) {
        return count == 0 ? List.of() : List.of(Stake.of("active_subscriptions", count));
    }
}
