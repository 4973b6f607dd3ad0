package io.cybervpn.application.appstore;

import io.cybervpn.application.identity.HoldOwner;
import io.cybervpn.application.shared.Ids;
import io.cybervpn.application.shared.Outbox;
import io.cybervpn.application.shared.UnitOfWork;
import io.cybervpn.domain.appstore.StoreServiceChanged;
import io.cybervpn.domain.appstore.StoreServiceId;
import io.cybervpn.domain.appstore.model.Bringing;
import io.cybervpn.domain.appstore.model.Bringing.Outcome;
import io.cybervpn.domain.appstore.model.Reading;
import io.cybervpn.domain.appstore.model.StoreCustomer;
import io.cybervpn.domain.appstore.repository.StoreCustomers;
import io.cybervpn.domain.appstore.repository.StoreServices;
import io.cybervpn.domain.identity.Owner;
import io.cybervpn.domain.shared.DomainEvent;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Brings a customer's services to what was read of him, in one unit of work. */
@Singleton
final class ApplyReading {
    private final UnitOfWork unitOfWork;
    private final HoldOwner holdOwner;
    private final StoreCustomers customers;
    private final StoreServices services;
    private final KnownPurchases knownPurchases;
    private final Outbox outbox;
    private final Ids ids;
    private final Clock clock;

    @Inject
    ApplyReading(
            UnitOfWork unitOfWork,
            HoldOwner holdOwner,
            StoreCustomers customers,
            StoreServices services,
            KnownPurchases knownPurchases,
            Outbox outbox,
            Ids ids,
            Clock clock) {
        this.unitOfWork = unitOfWork;
        this.holdOwner = holdOwner;
        this.customers = customers;
        this.services = services;
        this.knownPurchases = knownPurchases;
        this.outbox = outbox;
        this.ids = ids;
        this.clock = clock;
    }

    /** Repeatable; an older reading than the last one changes nothing. */
    Uni<Void> apply(StoreCustomer claimed, Reading reading) {
        return unitOfWork.run(
                () ->
                        holdOwner
                                .execute(new HoldOwner.Query(claimed.account()))
                                .chain(owner -> apply(owner, claimed, reading)));
    }

    private Uni<Void> apply(Owner owner, StoreCustomer claimed, Reading reading) {
        return switch (owner) {
            case Owner.Nobody() -> Uni.createFrom().voidItem();
            case Owner.Of _ ->
                    services.holdAll()
                            .chain(() -> customers.lock(claimed.appUser()))
                            .chain(found -> apply(found, claimed, reading));
        };
    }

    private Uni<Void> apply(Optional<StoreCustomer> found, StoreCustomer claimed, Reading reading) {
        if (found.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        StoreCustomer customer = found.get();
        if (customer.hasNewerThan(reading)) {
            return customers.finish(
                    claimed, customer.readAt().orElseThrow(), false, Optional.empty());
        }
        Instant now = clock.instant();
        return knownPurchases
                .of(customer, reading)
                .map(
                        known ->
                                Bringing.bring(
                                        known, reading, now, () -> new StoreServiceId(ids.next())))
                .chain(outcome -> store(outcome, claimed, reading, now));
    }

    private Uni<Void> store(Outcome outcome, StoreCustomer claimed, Reading reading, Instant now) {
        List<DomainEvent> events = new ArrayList<>(outcome.troubles());
        outcome.services()
                .forEach(one -> events.add(new StoreServiceChanged(one.id(), one.account(), now)));
        return services.save(outcome.services(), now)
                .chain(() -> services.keep(outcome.purchases(), now))
                .chain(() -> outbox.appendAll(events))
                .chain(
                        () ->
                                customers.finish(
                                        claimed,
                                        reading.at(),
                                        outcome.unmapped(),
                                        outcome.nextLook()));
    }
}
