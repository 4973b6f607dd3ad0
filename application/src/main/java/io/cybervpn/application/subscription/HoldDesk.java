package io.cybervpn.application.subscription;

import io.cybervpn.application.identity.HoldOwner;
import io.cybervpn.application.shared.Ids;
import io.cybervpn.application.shared.Outbox;
import io.cybervpn.domain.identity.AccountId;
import io.cybervpn.domain.subscription.SubscriptionId;
import io.cybervpn.domain.subscription.model.Held;
import io.cybervpn.domain.subscription.model.Holds;
import io.cybervpn.domain.subscription.model.Past;
import io.cybervpn.domain.subscription.model.Subscription;
import io.cybervpn.domain.subscription.repository.Returns;
import io.cybervpn.domain.subscription.repository.Subscriptions;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/** Reads and keeps what holds and releases of subscriptions need. Only for an open unit of work. */
@Singleton
final class HoldDesk {
    private final HoldOwner holdOwner;
    private final Subscriptions subscriptions;
    private final Returns returns;
    private final Outbox outbox;
    private final Ids ids;
    private final Clock clock;

    @Inject
    HoldDesk(
            HoldOwner holdOwner,
            Subscriptions subscriptions,
            Returns returns,
            Outbox outbox,
            Ids ids,
            Clock clock) {
        this.holdOwner = holdOwner;
        this.subscriptions = subscriptions;
        this.returns = returns;
        this.outbox = outbox;
        this.ids = ids;
        this.clock = clock;
    }

    /** A subscription that is held by the unit of work, with all that was done with it. */
    record Known(Subscription current, Past past, long version) {}

    /** Locks one, after its owner; empty when there is none. */
    Uni<Optional<Known>> lock(SubscriptionId id) {
        return subscriptions
                .ownerOf(id)
                .chain(
                        found ->
                                found.map(owner -> lock(id, owner))
                                        .orElseGet(() -> Uni.createFrom().item(Optional.empty())));
    }

    private Uni<Optional<Known>> lock(SubscriptionId id, AccountId owner) {
        return holdOwner
                .execute(new HoldOwner.Query(owner))
                .chain(() -> subscriptions.lock(id))
                .map(Optional::orElseThrow)
                .chain(current -> known(current).map(Optional::of));
    }

    /** What is known of one that is locked. */
    Uni<Known> known(Subscription current) {
        SubscriptionId id = current.service().id();
        return past(id).chain(
                        past ->
                                subscriptions
                                        .version(id)
                                        .map(version -> new Known(current, past, version)));
    }

    /** All that was done with one. */
    Uni<Past> past(SubscriptionId id) {
        return subscriptions
                .deedsOf(id)
                .chain(deeds -> returns.of(id).map(all -> new Past(deeds, all)));
    }

    /** Now, with an id for the deed that may come of it. */
    Holds.Moment moment() {
        return new Holds.Moment(ids.next(), now());
    }

    /** Now, as finely as a store keeps it. */
    Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    /** Stores it and tells; nothing when nothing changed. */
    Uni<Void> keep(Held held) {
        if (held.events().isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return held.halt()
                .map(subscriptions::append)
                .orElseGet(() -> Uni.createFrom().voidItem())
                .chain(() -> subscriptions.save(held.subscription()))
                .chain(() -> outbox.appendAll(held.events()));
    }

    /** Takes one away that is locked, and tells; nothing when it was taken away before. */
    Uni<Void> end(Subscription current) {
        return past(current.service().id()).chain(past -> keep(Holds.end(current, past, moment())));
    }
}
