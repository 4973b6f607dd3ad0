package io.cybervpn.application.subscription;

import io.cybervpn.application.appstore.HoldStoreService;
import io.cybervpn.application.identity.HoldOwner;
import io.cybervpn.application.shared.EventHandler;
import io.cybervpn.application.shared.Outbox;
import io.cybervpn.application.shared.UnitOfWork;
import io.cybervpn.domain.appstore.StoreServiceChanged;
import io.cybervpn.domain.appstore.StoreServiceId;
import io.cybervpn.domain.appstore.StoreServiceSnapshot;
import io.cybervpn.domain.identity.Owner;
import io.cybervpn.domain.subscription.SubscriptionId;
import io.cybervpn.domain.subscription.model.Service;
import io.cybervpn.domain.subscription.model.Subscription;
import io.cybervpn.domain.subscription.repository.Subscriptions;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;

/**
 * Lets a subscription that an app store keeps end where the store says (R77): it is opened by the
 * first word of it, and then follows, forth and back. What holds now is asked for each time, so
 * that words may come in any order and often.
 */
@Singleton
public final class FollowStoreOnStoreServiceChanged implements EventHandler<StoreServiceChanged> {
    private final UnitOfWork unitOfWork;
    private final HoldOwner holdOwner;
    private final HoldStoreService holdStoreService;
    private final Subscriptions subscriptions;
    private final Outbox outbox;
    private final Clock clock;

    @Inject
    FollowStoreOnStoreServiceChanged(
            UnitOfWork unitOfWork,
            HoldOwner holdOwner,
            HoldStoreService holdStoreService,
            Subscriptions subscriptions,
            Outbox outbox,
            Clock clock) {
        this.unitOfWork = unitOfWork;
        this.holdOwner = holdOwner;
        this.holdStoreService = holdStoreService;
        this.subscriptions = subscriptions;
        this.outbox = outbox;
        this.clock = clock;
    }

    @Override
    public Class<StoreServiceChanged> event() {
        return StoreServiceChanged.class;
    }

    @Override
    public String name() {
        return "subscription.follow-store";
    }

    @Override
    public Uni<Void> handle(StoreServiceChanged event) {
        return unitOfWork.run(
                () ->
                        holdOwner
                                .execute(new HoldOwner.Query(event.account()))
                                .chain(owner -> follow(owner, event.service())));
    }

    private Uni<Void> follow(Owner owner, StoreServiceId id) {
        return switch (owner) {
            // what he had was ended with him, and nothing new is served
            case Owner.Nobody() -> Uni.createFrom().voidItem();
            case Owner.Of _ ->
                    holdStoreService
                            .execute(new HoldStoreService.Query(id))
                            .map(found -> found.orElseThrow(() -> lost(id)))
                            .chain(this::follow);
        };
    }

    /**
     * Services are never deleted and their plans neither, so this is a bug: retried, then parked.
     */
    private static IllegalStateException lost(StoreServiceId id) {
        return new IllegalStateException(id + " or its plan is not there");
    }

    private Uni<Void> follow(StoreServiceSnapshot store) {
        return subscriptions
                .lock(new SubscriptionId(store.id().value()))
                .chain(found -> follow(found, store));
    }

    private Uni<Void> follow(Optional<Subscription> found, StoreServiceSnapshot store) {
        Instant now = clock.instant();
        return found.map(current -> save(current.follow(service(store), store.paidUntil(), now)))
                .orElseGet(
                        () -> add(Subscription.openUntil(service(store), store.paidUntil(), now)));
    }

    private Uni<Void> save(Subscription.Moved moved) {
        return subscriptions
                .save(moved.subscription())
                .chain(() -> outbox.appendAll(moved.events()));
    }

    private Uni<Void> add(Subscription.Moved opened) {
        return subscriptions
                .add(opened.subscription())
                .chain(() -> outbox.appendAll(opened.events()));
    }

    private static Service service(StoreServiceSnapshot store) {
        return new Service(
                new SubscriptionId(store.id().value()),
                store.account(),
                store.terms().plan(),
                store.terms().nameI18n(),
                store.terms().entitlement(),
                store.startedAt());
    }
}
