package io.cybervpn.application.appstore;

import io.cybervpn.application.shared.InMemoryTable;
import io.cybervpn.application.shared.InMemoryUnitOfWork;
import io.cybervpn.domain.appstore.StoreServiceId;
import io.cybervpn.domain.appstore.model.KeptPurchase;
import io.cybervpn.domain.appstore.model.PurchaseKey;
import io.cybervpn.domain.appstore.model.StoreService;
import io.cybervpn.domain.appstore.repository.StoreServices;
import io.cybervpn.domain.catalogue.PlanId;
import io.cybervpn.domain.identity.AccountId;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Services by id, purchases by transaction. One unit of work runs at a time, so all is held. */
final class InMemoryStoreServices implements StoreServices {
    private record Place(AccountId firstAccount, PlanId plan) {}

    private final InMemoryUnitOfWork unitOfWork;
    private final InMemoryTable<StoreServiceId, StoreService> services;
    private final InMemoryTable<Place, StoreServiceId> places;
    private final InMemoryTable<PurchaseKey, KeptPurchase> purchases;

    InMemoryStoreServices(InMemoryUnitOfWork unitOfWork) {
        this.unitOfWork = unitOfWork;
        this.services = unitOfWork.table();
        this.places = unitOfWork.table();
        this.purchases = unitOfWork.table();
    }

    @Override
    public Uni<Void> holdAll() {
        return inside(() -> null);
    }

    @Override
    public Uni<List<StoreService>> of(AccountId account, List<PurchaseKey> transactions) {
        return inside(
                () -> {
                    List<StoreServiceId> paid =
                            transactions.stream()
                                    .flatMap(key -> purchases.get(key).stream())
                                    .map(KeptPurchase::service)
                                    .toList();
                    return services
                            .where(one -> one.account().equals(account) || paid.contains(one.id()))
                            .stream()
                            .sorted(
                                    Comparator.comparing(StoreService::startedAt)
                                            .thenComparing(one -> one.id().value()))
                            .toList();
                });
    }

    @Override
    public Uni<List<KeptPurchase>> purchasesOf(List<StoreServiceId> of) {
        return inside(() -> purchases.where(one -> of.contains(one.service())));
    }

    @Override
    public Uni<Void> save(List<StoreService> changed, Instant now) {
        return inside(
                () -> {
                    changed.forEach(this::save);
                    return null;
                });
    }

    private void save(StoreService one) {
        Optional<StoreService> known = services.get(one.id());
        if (known.isEmpty() && !places.insert(new Place(one.account(), one.plan()), one.id())) {
            throw new IllegalStateException("two services of one customer and plan");
        }
        StoreService first = known.orElse(one);
        services.put(
                one.id(),
                new StoreService(
                        first.id(),
                        first.account(),
                        first.plan(),
                        first.startedAt(),
                        one.paidUntil()));
    }

    @Override
    public Uni<Void> keep(List<KeptPurchase> bought, Instant now) {
        return inside(
                () -> {
                    bought.forEach(this::keep);
                    return null;
                });
    }

    private void keep(KeptPurchase one) {
        if (services.get(one.service()).isEmpty()) {
            throw new IllegalStateException("a purchase of no service");
        }
        Instant from = purchases.get(one.key()).map(KeptPurchase::from).orElse(one.from());
        purchases.put(
                one.key(),
                new KeptPurchase(
                        one.key(),
                        one.appUser(),
                        one.service(),
                        one.product(),
                        from,
                        one.until(),
                        one.refundedAt(),
                        one.listed()));
    }

    @Override
    public Uni<Optional<StoreService>> lock(StoreServiceId id) {
        return inside(() -> services.get(id));
    }

    @Override
    public Uni<Void> reown(AccountId from, AccountId into) {
        return inside(
                () -> {
                    services.where(one -> one.account().equals(from))
                            .forEach(one -> services.put(one.id(), of(one, into)));
                    return null;
                });
    }

    private static StoreService of(StoreService one, AccountId into) {
        return new StoreService(one.id(), into, one.plan(), one.startedAt(), one.paidUntil());
    }

    private <T> Uni<T> inside(Supplier<T> work) {
        return Uni.createFrom()
                .item(
                        () -> {
                            if (!unitOfWork.isOpen()) {
                                throw new IllegalStateException("services outside a unit of work");
                            }
                            return work.get();
                        });
    }
}
