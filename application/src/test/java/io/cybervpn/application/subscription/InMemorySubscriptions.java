package io.cybervpn.application.subscription;

import io.cybervpn.application.shared.InMemoryTable;
import io.cybervpn.application.shared.InMemoryUnitOfWork;
import io.cybervpn.domain.billing.OrderId;
import io.cybervpn.domain.identity.AccountId;
import io.cybervpn.domain.subscription.SubscriptionId;
import io.cybervpn.domain.subscription.model.Deed;
import io.cybervpn.domain.subscription.model.Extension;
import io.cybervpn.domain.subscription.model.Grant;
import io.cybervpn.domain.subscription.model.Halt;
import io.cybervpn.domain.subscription.model.PlanChange;
import io.cybervpn.domain.subscription.model.Service;
import io.cybervpn.domain.subscription.model.Subscription;
import io.cybervpn.domain.subscription.repository.Subscriptions;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;

/** Subscriptions and their history in memory. */
public final class InMemorySubscriptions implements Subscriptions {
    private final InMemoryTable<SubscriptionId, Subscription> subscriptions;
    private final InMemoryTable<OrderId, Extension> extensions;
    private final InMemoryTable<List<Object>, PlanChange> changes;
    private final InMemoryTable<String, Grant> grants;
    private final InMemoryTable<SubscriptionId, Long> versions;
    private final InMemoryTable<Long, Deed> deeds;
    private final AtomicLong count = new AtomicLong();

    public InMemorySubscriptions(InMemoryUnitOfWork unitOfWork) {
        this.subscriptions = unitOfWork.table();
        this.extensions = unitOfWork.table();
        this.changes = unitOfWork.table();
        this.grants = unitOfWork.table();
        this.versions = unitOfWork.table();
        this.deeds = unitOfWork.table();
    }

    public List<Subscription> all() {
        return subscriptions.all();
    }

    Optional<Extension> extension(OrderId order) {
        return extensions.get(order);
    }

    @Override
    public Uni<Optional<Subscription>> find(SubscriptionId id) {
        return Uni.createFrom().item(() -> subscriptions.get(id));
    }

    @Override
    public Uni<Optional<Subscription>> lock(SubscriptionId id) {
        return find(id);
    }

    @Override
    public Uni<Void> add(Subscription subscription) {
        return save(subscription);
    }

    @Override
    public Uni<Void> save(Subscription subscription) {
        return Uni.createFrom().voidItem().invoke(() -> put(subscription));
    }

    @Override
    public Uni<Boolean> append(Extension extension) {
        return Uni.createFrom()
                .item(() -> extensions.insert(extension.order(), extension))
                .invoke(first -> count(first, extension));
    }

    private void count(boolean first, Deed deed) {
        if (first) {
            deeds.put(count.incrementAndGet(), deed);
        }
    }

    @Override
    public Uni<Boolean> append(PlanChange change) {
        List<Object> key = List.of(change.subscription(), change.key());
        return Uni.createFrom()
                .item(() -> changes.insert(key, change))
                .invoke(first -> count(first, change));
    }

    @Override
    public Uni<Boolean> append(Grant grant) {
        return Uni.createFrom()
                .item(() -> grants.insert(grant.key(), grant))
                .invoke(first -> count(first, grant));
    }

    @Override
    public Uni<Void> append(Halt halt) {
        return Uni.createFrom().voidItem().invoke(() -> count(true, halt));
    }

    @Override
    public Uni<Optional<Grant>> granted(String key) {
        return Uni.createFrom().item(() -> grants.get(key));
    }

    @Override
    public Uni<Optional<AccountId>> ownerOf(SubscriptionId id) {
        return find(id).map(found -> found.map(one -> one.service().account()));
    }

    @Override
    public Uni<Long> version(SubscriptionId id) {
        return Uni.createFrom().item(() -> versions.get(id).orElseThrow());
    }

    @Override
    public Uni<List<Subscription>> lockResumable(Instant now, int limit) {
        return Uni.createFrom()
                .item(
                        () ->
                                subscriptions.all().stream()
                                        .filter(one -> isResumable(one, now))
                                        .limit(limit)
                                        .toList());
    }

    private static boolean isResumable(Subscription subscription, Instant now) {
        return subscription instanceof Subscription.Paused paused
                && !paused.resumeBy().isAfter(now);
    }

    @Override
    public Uni<List<Deed>> deedsOf(SubscriptionId id) {
        return Uni.createFrom().item(() -> deeds.where(deed -> deed.subscription().equals(id)));
    }

    @Override
    public Uni<Optional<SubscriptionId>> ofOrder(OrderId order) {
        return Uni.createFrom().item(() -> extensions.get(order).map(Extension::subscription));
    }

    @Override
    public Uni<List<Extension>> historyOf(SubscriptionId id) {
        return Uni.createFrom()
                .item(() -> extensions.where(given -> given.subscription().equals(id)));
    }

    @Override
    public Uni<List<Subscription.Expired>> expireDue(Instant now, int limit) {
        return Uni.createFrom().item(() -> expireNow(now, limit));
    }

    private List<Subscription.Expired> expireNow(Instant now, int limit) {
        List<Subscription.Expired> ended =
                subscriptions.all().stream()
                        .flatMap(subscription -> ended(subscription, now))
                        .limit(limit)
                        .toList();
        ended.forEach(this::put);
        return ended;
    }

    private static Stream<Subscription.Expired> ended(Subscription subscription, Instant now) {
        return switch (subscription) {
            case Subscription.Expired _,
                    Subscription.Paused _,
                    Subscription.Suspended _,
                    Subscription.Terminated _ ->
                    Stream.empty();
            case Subscription.Active active ->
                    switch (active.expire(now)) {
                        case Subscription.Expiry.NotYet _ -> Stream.empty();
                        case Subscription.Expiry.Ended(var expired) -> Stream.of(expired);
                    };
        };
    }

    private void put(Subscription subscription) {
        SubscriptionId id = subscription.service().id();
        subscriptions.put(id, subscription);
        versions.put(id, versions.get(id).orElse(0L) + 1);
    }

    @Override
    public Uni<List<Subscription>> lockAllOf(AccountId account) {
        return Uni.createFrom()
                .item(
                        () ->
                                subscriptions
                                        .where(one -> one.service().account().equals(account))
                                        .stream()
                                        .sorted(Comparator.comparing(InMemorySubscriptions::id))
                                        .toList());
    }

    private static UUID id(Subscription subscription) {
        return subscription.service().id().value();
    }

    @Override
    public Uni<Void> reown(AccountId from, AccountId into) {
        return lockAllOf(from)
                .invoke(all -> all.forEach(one -> put(moved(one, into))))
                .replaceWithVoid();
    }

    private static Subscription moved(Subscription subscription, AccountId into) {
        Service was = subscription.service();
        Service is =
                new Service(
                        was.id(),
                        into,
                        was.plan(),
                        was.planNameI18n(),
                        was.entitlement(),
                        was.startedAt());
        return switch (subscription) {
            case Subscription.Active active -> new Subscription.Active(is, active.expireAt());
            case Subscription.Expired expired -> new Subscription.Expired(is, expired.expireAt());
            case Subscription.Paused held ->
                    new Subscription.Paused(is, held.expireAt(), held.since(), held.resumeBy());
            case Subscription.Suspended held ->
                    new Subscription.Suspended(is, held.expireAt(), held.since(), held.timeRuns());
            case Subscription.Terminated gone -> new Subscription.Terminated(is, gone.expireAt());
        };
    }
}
