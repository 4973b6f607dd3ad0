package io.cybervpn.application.renewal;

import io.cybervpn.application.subscription.FindSubscription;
import io.cybervpn.domain.renewal.CycleId;
import io.cybervpn.domain.renewal.PeriodKey;
import io.cybervpn.domain.renewal.model.Cycle;
import io.cybervpn.domain.renewal.model.DunningPolicy;
import io.cybervpn.domain.renewal.repository.AutoRenewals;
import io.cybervpn.domain.renewal.repository.DunningPolicies;
import io.cybervpn.domain.subscription.SubscriptionId;
import io.cybervpn.domain.subscription.SubscriptionSnapshot;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Optional;

/** Reads what decides about a period. Only for an open unit of work. */
@Singleton
final class Situations {
    private final FindSubscription findSubscription;
    private final DunningPolicies policies;
    private final AutoRenewals renewals;
    private final Charging charging;
    private final Clock clock;

    @Inject
    Situations(
            FindSubscription findSubscription,
            DunningPolicies policies,
            AutoRenewals renewals,
            Charging charging,
            Clock clock) {
        this.findSubscription = findSubscription;
        this.policies = policies;
        this.renewals = renewals;
        this.charging = charging;
        this.clock = clock;
    }

    /** Of a cycle that is held. */
    Uni<Situation> of(Cycle cycle) {
        return subscription(cycle.key().subscription()).chain(found -> of(cycle, found));
    }

    private Uni<Situation> of(Cycle cycle, SubscriptionSnapshot found) {
        return policies.of(found.plan(), found.account()).chain(policy -> of(cycle, found, policy));
    }

    private Uni<Situation> of(Cycle cycle, SubscriptionSnapshot found, DunningPolicy policy) {
        return renewals.find(found.id())
                .chain(
                        renewal ->
                                charging.running(found.id())
                                        .map(
                                                charged ->
                                                        new Situation(
                                                                cycle,
                                                                found,
                                                                policy.withGrace(cycle.graceDays()),
                                                                renewal,
                                                                charged)));
    }

    /** Of a subscription, only to look at it: one that nobody watches yet is as one just begun. */
    Uni<Situation> of(SubscriptionSnapshot found, Optional<Cycle> known) {
        return policies.of(found.plan(), found.account())
                .chain(policy -> of(known.orElseGet(() -> fresh(found, policy)), found, policy));
    }

    private Cycle fresh(SubscriptionSnapshot found, DunningPolicy policy) {
        return Cycle.plan(
                new CycleId(found.id().value()),
                new PeriodKey(found.id(), found.expireAt()),
                found.account(),
                policy,
                clock.instant());
    }

    /** Whether a payment provider charges for it by itself. */
    Uni<Boolean> isCharged(SubscriptionId subscription) {
        return charging.running(subscription).map(Optional::isPresent);
    }

    /** A subscription as it is now; subscriptions are not deleted. */
    Uni<SubscriptionSnapshot> subscription(SubscriptionId id) {
        return findSubscription
                .execute(new FindSubscription.Query(id))
                .map(
                        found ->
                                switch (found) {
                                    case FindSubscription.Result.Found(var subscription) ->
                                            subscription;
                                    case FindSubscription.Result.NoSuchSubscription(var none) ->
                                            throw new IllegalStateException(
                                                    "told of, but never opened: " + none.value());
                                });
    }
}
