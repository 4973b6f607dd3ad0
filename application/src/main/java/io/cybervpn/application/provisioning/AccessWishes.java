package io.cybervpn.application.provisioning;

import io.cybervpn.application.identity.HoldOwner;
import io.cybervpn.application.shared.UnitOfWork;
import io.cybervpn.application.subscription.FindSubscription;
import io.cybervpn.domain.identity.AccountId;
import io.cybervpn.domain.identity.Owner;
import io.cybervpn.domain.provisioning.AccessId;
import io.cybervpn.domain.provisioning.model.Access;
import io.cybervpn.domain.provisioning.model.AccessSpec;
import io.cybervpn.domain.provisioning.model.Redesire;
import io.cybervpn.domain.provisioning.repository.Accesses;
import io.cybervpn.domain.subscription.SubscriptionId;
import io.cybervpn.domain.subscription.SubscriptionSnapshot;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Optional;

/**
 * Wants what a subscription owes now. The owner is held first, the record locked next and the
 * subscription read after, so that repeated events and events out of order end in the same wish. Of
 * two first wishes at once one makes the record; the other finds it by asking again.
 */
@Singleton
final class AccessWishes {
    private final UnitOfWork unitOfWork;
    private final HoldOwner holdOwner;
    private final Accesses accesses;
    private final FindSubscription subscriptions;
    private final GraceDesk graces;
    private final LinkUpkeep links;
    private final AccessPlaces places;
    private final EndOfMachines ends;
    private final Clock clock;

    @Inject
    AccessWishes(
            UnitOfWork unitOfWork,
            HoldOwner holdOwner,
            Accesses accesses,
            FindSubscription subscriptions,
            GraceDesk graces,
            LinkUpkeep links,
            AccessPlaces places,
            EndOfMachines ends,
            Clock clock) {
        this.unitOfWork = unitOfWork;
        this.holdOwner = holdOwner;
        this.accesses = accesses;
        this.subscriptions = subscriptions;
        this.graces = graces;
        this.links = links;
        this.places = places;
        this.ends = ends;
        this.clock = clock;
    }

    /**
     * Wants.
     *
     * @param account whose it was when somebody told of it
     */
    Uni<Void> want(SubscriptionId subscription, AccountId account) {
        return attempt(subscription, account)
                .chain(stored -> stored ? done() : again(subscription, account));
    }

    /**
     * The record is there now. A unit of work of its own, for the one before has read the
     * subscription too early.
     */
    private Uni<Void> again(SubscriptionId subscription, AccountId account) {
        return attempt(subscription, account)
                .chain(stored -> stored ? done() : vanished(subscription));
    }

    private static Uni<Void> vanished(SubscriptionId subscription) {
        return Uni.createFrom()
                .failure(new IllegalStateException("no access, yet taken: " + subscription));
    }

    private static Uni<Void> done() {
        return Uni.createFrom().voidItem();
    }

    /** Whether the wish is stored; if not, somebody made the first one meanwhile. */
    private Uni<Boolean> attempt(SubscriptionId subscription, AccountId account) {
        return unitOfWork.run(
                () ->
                        holdOwner
                                .execute(new HoldOwner.Query(account))
                                .chain(owner -> lockAndDesire(subscription, owner)));
    }

    private Uni<Boolean> lockAndDesire(SubscriptionId subscription, Owner owner) {
        return accesses.lock(new AccessId(subscription.value()))
                .chain(found -> ask(subscription).chain(owed -> desire(found, owed, owner)));
    }

    private Uni<FindSubscription.Result> ask(SubscriptionId subscription) {
        return subscriptions.execute(new FindSubscription.Query(subscription));
    }

    private Uni<Boolean> desire(
            Optional<Access> access, FindSubscription.Result owed, Owner owner) {
        return switch (owed) {
            case FindSubscription.Result.Found(var subscription) ->
                    desire(access, subscription, owner);
            case FindSubscription.Result.NoSuchSubscription(var id) ->
                    Uni.createFrom()
                            .failure(
                                    new IllegalStateException(
                                            "told of, but never opened: " + id.value()));
        };
    }

    /** Access goes on in the grace after the end. */
    private Uni<Boolean> desire(Optional<Access> access, SubscriptionSnapshot owed, Owner owner) {
        return graces.wanted(access, owed).chain(spec -> desire(access, spec, owed, owner));
    }

    private Uni<Boolean> desire(
            Optional<Access> access, AccessSpec spec, SubscriptionSnapshot owed, Owner owner) {
        if (access.isEmpty() && !spec.enabled()) {
            return Uni.createFrom().item(true);
        }
        return access.map(known -> change(known, ends.of(known, spec, owed)))
                .orElseGet(() -> begin(owed, spec, owner));
    }

    private Uni<Boolean> begin(SubscriptionSnapshot owed, AccessSpec spec, Owner owner) {
        AccessId id = new AccessId(owed.id().value());
        return switch (owner) {
            case Owner.Nobody() -> Uni.createFrom().item(true);
            case Owner.Of(var account) -> begin(id, account, spec);
        };
    }

    /** Where it is placed is decided once, and stored with the wish. */
    private Uni<Boolean> begin(AccessId id, AccountId account, AccessSpec spec) {
        return places.firstFor(id, spec)
                .chain(panel -> begin(Access.first(id, account, panel, spec, clock.instant())));
    }

    private Uni<Boolean> begin(Access.Pending first) {
        AccessId id = first.desire().id();
        return accesses.add(first, clock.instant())
                .invoke(stored -> places.note(first.desire().panel(), stored))
                .call(added -> added ? links.begin(id) : links.nothing());
    }

    private Uni<Boolean> change(Access known, AccessSpec spec) {
        return switch (known.desire(spec, clock.instant())) {
            case Redesire.Unchanged() -> Uni.createFrom().item(true);
            case Redesire.Changed(var pending) ->
                    accesses.save(pending, clock.instant()).replaceWith(true);
        };
    }
}
