package io.cybervpn.application.provisioning;

import io.cybervpn.application.shared.EventHandler;
import io.cybervpn.application.shared.UnitOfWork;
import io.cybervpn.application.subscription.FindSubscription;
import io.cybervpn.domain.provisioning.AccessId;
import io.cybervpn.domain.provisioning.model.Access;
import io.cybervpn.domain.provisioning.model.AccessSpec;
import io.cybervpn.domain.provisioning.model.Redesire;
import io.cybervpn.domain.provisioning.repository.Accesses;
import io.cybervpn.domain.subscription.SubscriptionExtended;
import io.cybervpn.domain.subscription.SubscriptionId;
import io.cybervpn.domain.subscription.SubscriptionSnapshot;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Optional;

/**
 * Wants what the subscription owes now. The event is only the reason to ask: the record is locked
 * first and the subscription read after, so that repeated events and events out of order end in the
 * same wish. Of two first events at once one makes the record; the other finds it by asking again.
 */
@Singleton
public final class DesireAccessOnSubscriptionExtended
        implements EventHandler<SubscriptionExtended> {
    private final UnitOfWork unitOfWork;
    private final Accesses accesses;
    private final FindSubscription subscriptions;
    private final Clock clock;

    @Inject
    DesireAccessOnSubscriptionExtended(
            UnitOfWork unitOfWork, Accesses accesses, FindSubscription subscriptions, Clock clock) {
        this.unitOfWork = unitOfWork;
        this.accesses = accesses;
        this.subscriptions = subscriptions;
        this.clock = clock;
    }

    @Override
    public Class<SubscriptionExtended> event() {
        return SubscriptionExtended.class;
    }

    @Override
    public String name() {
        return "provisioning.desire-access";
    }

    @Override
    public Uni<Void> handle(SubscriptionExtended event) {
        return attempt(event).chain(stored -> stored ? done() : again(event));
    }

    /**
     * The record is there now. A unit of work of its own, for the one before has read the
     * subscription too early.
     */
    private Uni<Void> again(SubscriptionExtended event) {
        return attempt(event).chain(stored -> stored ? done() : vanished(event));
    }

    private static Uni<Void> vanished(SubscriptionExtended event) {
        return Uni.createFrom()
                .failure(new IllegalStateException("no access, yet taken: " + event));
    }

    private static Uni<Void> done() {
        return Uni.createFrom().voidItem();
    }

    /** Whether the wish is stored; if not, somebody made the first one meanwhile. */
    private Uni<Boolean> attempt(SubscriptionExtended event) {
        return unitOfWork.run(() -> lockAndDesire(event.subscription()));
    }

    private Uni<Boolean> lockAndDesire(SubscriptionId subscription) {
        return accesses.lock(new AccessId(subscription.value()))
                .chain(found -> ask(subscription).chain(owed -> desire(found, owed)));
    }

    private Uni<FindSubscription.Result> ask(SubscriptionId subscription) {
        return subscriptions.execute(new FindSubscription.Query(subscription));
    }

    private Uni<Boolean> desire(Optional<Access> access, FindSubscription.Result owed) {
        return switch (owed) {
            case FindSubscription.Result.Found(var subscription) -> desire(access, subscription);
            case FindSubscription.Result.NoSuchSubscription(var id) ->
                    Uni.createFrom()
                            .failure(
                                    new IllegalStateException(
                                            "extended, but never opened: " + id.value()));
        };
    }

    private Uni<Boolean> desire(Optional<Access> access, SubscriptionSnapshot owed) {
        AccessSpec spec = new AccessSpec(true, owed.expireAt(), owed.entitlement());
        return access.map(known -> change(known, spec)).orElseGet(() -> begin(owed, spec));
    }

    private Uni<Boolean> begin(SubscriptionSnapshot owed, AccessSpec spec) {
        AccessId id = new AccessId(owed.id().value());
        return accesses.add(
                Access.first(id, owed.account(), spec, clock.instant()), clock.instant());
    }

    private Uni<Boolean> change(Access known, AccessSpec spec) {
        return switch (known.desire(spec, clock.instant())) {
            case Redesire.Unchanged() -> Uni.createFrom().item(true);
            case Redesire.Changed(var pending) ->
                    accesses.save(pending, clock.instant()).replaceWith(true);
        };
    }
}
