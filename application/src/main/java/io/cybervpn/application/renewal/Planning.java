package io.cybervpn.application.renewal;

import io.cybervpn.application.identity.HoldOwner;
import io.cybervpn.application.renewal.port.KeptByStores;
import io.cybervpn.application.shared.Ids;
import io.cybervpn.application.shared.UnitOfWork;
import io.cybervpn.domain.identity.AccountId;
import io.cybervpn.domain.identity.Owner;
import io.cybervpn.domain.renewal.CycleId;
import io.cybervpn.domain.renewal.PeriodKey;
import io.cybervpn.domain.renewal.model.Cycle;
import io.cybervpn.domain.renewal.model.DunningPolicy;
import io.cybervpn.domain.renewal.repository.Cycles;
import io.cybervpn.domain.renewal.repository.DunningPolicies;
import io.cybervpn.domain.subscription.SubscriptionId;
import io.cybervpn.domain.subscription.SubscriptionSnapshot;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Optional;

/**
 * Begins to watch the end that a subscription has now, unless an app store keeps it; one for an end
 * that it had is cancelled when it is due, and so is that of one that is held. Repeatable, in any
 * order.
 */
@Singleton
final class Planning {
    private final UnitOfWork unitOfWork;
    private final HoldOwner holdOwner;
    private final KeptByStores stores;
    private final Situations situations;
    private final DunningPolicies policies;
    private final Cycles cycles;
    private final Ids ids;
    private final Clock clock;

    @Inject
    Planning(
            UnitOfWork unitOfWork,
            HoldOwner holdOwner,
            KeptByStores stores,
            Situations situations,
            DunningPolicies policies,
            Cycles cycles,
            Ids ids,
            Clock clock) {
        this.unitOfWork = unitOfWork;
        this.holdOwner = holdOwner;
        this.stores = stores;
        this.situations = situations;
        this.policies = policies;
        this.cycles = cycles;
        this.ids = ids;
        this.clock = clock;
    }

    /** Begins. */
    Uni<Void> watch(SubscriptionId subscription, AccountId account) {
        return unitOfWork.run(
                () ->
                        holdOwner
                                .execute(new HoldOwner.Query(account))
                                .chain(owner -> watch(subscription, owner)));
    }

    private Uni<Void> watch(SubscriptionId subscription, Owner owner) {
        return switch (owner) {
            case Owner.Nobody() -> Uni.createFrom().voidItem();
            case Owner.Of _ -> stores.keep(subscription).chain(kept -> unless(kept, subscription));
        };
    }

    private Uni<Void> unless(boolean kept, SubscriptionId subscription) {
        return kept
                ? Uni.createFrom().voidItem()
                : situations.subscription(subscription).chain(this::watch);
    }

    private Uni<Void> watch(SubscriptionSnapshot found) {
        return found.status().isServed()
                ? policies.of(found.plan(), found.account()).chain(policy -> watch(found, policy))
                : Uni.createFrom().voidItem();
    }

    private Uni<Void> watch(SubscriptionSnapshot found, DunningPolicy policy) {
        PeriodKey key = new PeriodKey(found.id(), found.expireAt());
        return cycles.lock(key)
                .chain(
                        known ->
                                known.map(cycle -> resume(cycle, policy))
                                        .orElseGet(() -> begin(key, found.account(), policy)));
    }

    private Uni<Void> begin(PeriodKey key, AccountId account, DunningPolicy policy) {
        return cycles.add(
                        Cycle.plan(new CycleId(ids.next()), key, account, policy, clock.instant()))
                .replaceWithVoid();
    }

    private Uni<Void> resume(Cycle cycle, DunningPolicy policy) {
        return Optional.of(cycle.resumed(policy, clock.instant()))
                .filter(next -> !next.equals(cycle))
                .map(cycles::save)
                .orElseGet(() -> Uni.createFrom().voidItem());
    }
}
