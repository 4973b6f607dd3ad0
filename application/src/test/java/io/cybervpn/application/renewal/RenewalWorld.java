package io.cybervpn.application.renewal;

import io.cybervpn.application.billing.MemoryShop;
import io.cybervpn.application.identity.PlainBox;
import io.cybervpn.application.payment.FindMandates;
import io.cybervpn.application.payment.InMemoryMandates;
import io.cybervpn.application.payment.ListSavedMethods;
import io.cybervpn.application.shared.Actor;
import io.cybervpn.application.shared.InMemoryOutbox;
import io.cybervpn.application.shared.InMemoryUnitOfWork;
import io.cybervpn.application.shared.MovableClock;
import io.cybervpn.application.subscription.ExpireSubscriptions;
import io.cybervpn.application.subscription.FindOrders;
import io.cybervpn.application.subscription.SubscriptionWorld;
import io.cybervpn.application.subscription.TerminateSubscription;
import io.cybervpn.domain.billing.OrderId;
import io.cybervpn.domain.billing.OrderPaid;
import io.cybervpn.domain.catalogue.model.Plan;
import io.cybervpn.domain.catalogue.model.PlanContent;
import io.cybervpn.domain.catalogue.model.Term;
import io.cybervpn.domain.identity.AccountId;
import io.cybervpn.domain.payment.PaymentCaptured;
import io.cybervpn.domain.payment.PaymentId;
import io.cybervpn.domain.payment.SavedMethodId;
import io.cybervpn.domain.payment.model.SavedMethod;
import io.cybervpn.domain.renewal.ChargeBy;
import io.cybervpn.domain.renewal.RenewalToTell;
import io.cybervpn.domain.renewal.Terms;
import io.cybervpn.domain.renewal.model.Cycle;
import io.cybervpn.domain.shared.Asset;
import io.cybervpn.domain.shared.DomainEvent;
import io.cybervpn.domain.shared.Money;
import io.cybervpn.domain.subscription.SubscriptionExtended;
import io.cybervpn.domain.subscription.SubscriptionId;
import io.cybervpn.domain.subscription.model.Subscription;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** A shop with renewals over memory, whose outbox is delivered when the world goes on. */
final class RenewalWorld {
    static final Money PRICE = MemoryShop.PRICE;

    final InMemoryUnitOfWork unitOfWork = new InMemoryUnitOfWork();
    final SubscriptionWorld subscriptions = new SubscriptionWorld(unitOfWork);
    final MovableClock clock = subscriptions.clock;
    final InMemoryOutbox outbox = subscriptions.outbox;
    final MemoryShop shop =
            new MemoryShop(unitOfWork, subscriptions.holdOwner, subscriptions.find, outbox, clock);
    final InMemoryCycles cycles = new InMemoryCycles(unitOfWork);
    final InMemoryAutoRenewals renewals = new InMemoryAutoRenewals(unitOfWork);
    final InMemoryDunningPolicies policies = new InMemoryDunningPolicies(unitOfWork);
    final InMemoryMandates mandates = new InMemoryMandates(unitOfWork);
    final FindMandates findMandates = new FindMandates(unitOfWork, mandates);
    final Charging charging =
            new Charging(new FindOrders(unitOfWork, subscriptions.subscriptions), findMandates);
    final Situations situations =
            new Situations(subscriptions.find, policies, renewals, charging, clock);
    final Settled settled = new Settled(cycles, outbox, clock);
    final Prospect.Finder prospects = new Prospect.Finder(shop.quote);
    final Opening opening =
            new Opening(
                    unitOfWork,
                    subscriptions.holdOwner,
                    cycles,
                    situations,
                    new Letters(
                            cycles,
                            settled,
                            prospects,
                            new TerminateSubscription(
                                    unitOfWork, subscriptions.subscriptions, outbox, clock),
                            outbox,
                            clock),
                    settled,
                    prospects,
                    shop.placeOrder,
                    clock);
    final RunRenewals runRenewals =
            new RunRenewals(unitOfWork, cycles, opening, shop.payOrder, situations, settled, clock);
    final SetAutoRenew setAutoRenew =
            new SetAutoRenew(
                    unitOfWork,
                    subscriptions.holdOwner,
                    subscriptions.find,
                    this::isKeptByStore,
                    situations,
                    renewals,
                    cycles,
                    prospects,
                    new ListSavedMethods(unitOfWork, shop.methods),
                    clock);
    final ViewAutoRenew viewAutoRenew =
            new ViewAutoRenew(
                    unitOfWork, subscriptions.find, situations, cycles, shop.quote, clock);
    final RenewalsOfAccount ofAccount = new RenewalsOfAccount(renewals, cycles, policies, clock);
    final AccountId buyer = new AccountId(UUID.randomUUID());

    private final WatchOnSubscriptionExtended watch =
            new WatchOnSubscriptionExtended(
                    new Planning(
                            unitOfWork,
                            subscriptions.holdOwner,
                            this::isKeptByStore,
                            situations,
                            policies,
                            cycles,
                            shop.ids,
                            clock));
    private final NoteRenewalOnOrderPaid notePaid =
            new NoteRenewalOnOrderPaid(unitOfWork, cycles, settled);
    private int delivered;

    /** Whether an app store keeps whatever there is. */
    boolean keptByStore;

    private Uni<Boolean> isKeptByStore(SubscriptionId subscription) {
        return Uni.createFrom().item(() -> keptByStore);
    }

    static <T> T run(Uni<T> work) {
        return work.await().indefinitely();
    }

    /** Somebody takes what is due, goes as far as the orders, and is no more. */
    void crashIfDue() {
        Instant now = clock.instant();
        List<Cycle> due =
                run(
                        unitOfWork.run(
                                () -> cycles.claimDue(now, now.plus(RunRenewals.PATIENCE), 100)));
        due.forEach(one -> run(opening.open(one)));
        deliver();
    }

    /** What the customer bought by himself. */
    SubscriptionId open() {
        run(subscriptions.extend.handle(paid(Optional.empty())));
        deliver();
        return only().service().id();
    }

    /** He pays for thirty days more by himself. */
    void renewByHand(SubscriptionId id) {
        run(subscriptions.extend.handle(paid(Optional.of(id.value()))));
        deliver();
    }

    private OrderPaid paid(Optional<UUID> renews) {
        return paid(new OrderId(UUID.randomUUID()), renews);
    }

    OrderPaid paid(OrderId order, Optional<UUID> renews) {
        Plan plan = shop.plan;
        return new OrderPaid(
                order,
                buyer,
                plan.id(),
                plan.content().name().byTag(),
                30,
                plan.content().entitlement(),
                renews,
                PRICE,
                clock.instant(),
                clock.instant());
    }

    Subscription only() {
        return subscriptions.subscriptions.all().getLast();
    }

    SetAutoRenew.Result agree(SubscriptionId id, Money price) {
        Terms terms = new Terms(new ChargeBy.Wallet(), 30, price);
        return set(id, Optional.of(new SetAutoRenew.Wish(terms, AutoRenewConsent.VERSION)));
    }

    /** He let the provider keep a card, and agrees that it is charged. */
    SavedMethodId agreeByCard(SubscriptionId id) {
        SavedMethodId card = new SavedMethodId(UUID.randomUUID());
        SavedMethod kept =
                new SavedMethod(
                        card,
                        buyer,
                        "fake",
                        new PaymentId(UUID.randomUUID()),
                        new PlainBox().seal(new byte[] {1}, SavedMethod.purposeOf(card)),
                        "Card *1",
                        clock.instant());
        run(unitOfWork.run(() -> shop.methods.add(kept)));
        Terms terms = new Terms(new ChargeBy.Saved(card), 30, PRICE);
        SetAutoRenew.Wish wish = new SetAutoRenew.Wish(terms, AutoRenewConsent.VERSION);
        if (!set(id, Optional.of(wish)).equals(new SetAutoRenew.Result.Set())) {
            throw new IllegalStateException("he could not agree");
        }
        return card;
    }

    SetAutoRenew.Result set(SubscriptionId id, Optional<SetAutoRenew.Wish> wish) {
        return run(
                setAutoRenew.execute(
                        new SetAutoRenew.Command(new Actor.Customer(buyer), id, wish)));
    }

    AutoRenewView view(SubscriptionId id) {
        ViewAutoRenew.Query query =
                new ViewAutoRenew.Query(
                        new Actor.Customer(buyer),
                        id,
                        Optional.of(new ViewAutoRenew.Wanted(30, Asset.RUB)));
        return ((ViewAutoRenew.Result.Shown) run(viewAutoRenew.execute(query))).renewal();
    }

    void price(Money price) {
        sell(List.of(new Term(30, List.of(price))), true);
    }

    void stopSelling() {
        sell(shop.plan.content().terms(), false);
    }

    private void sell(List<Term> terms, boolean active) {
        PlanContent old = shop.plan.content();
        PlanContent content =
                new PlanContent(
                        old.code(),
                        old.tier(),
                        old.name(),
                        old.description(),
                        old.entitlement(),
                        terms,
                        active,
                        old.sortOrder());
        shop.sell(shop.plan.edit(shop.product.id(), content, clock.instant()));
    }

    /** One round of the schedule and of the outbox. */
    void tick() {
        run(runRenewals.execute(new RunRenewals.Command(100)));
        deliver();
        subscriptions.expire.execute(new ExpireSubscriptions.Command(100)).await().indefinitely();
        deliver();
    }

    /** Time goes on by hours, with a tick in each. */
    void pass(Duration time) {
        for (long hour = 0; hour < time.toHours(); hour++) {
            clock.advance(Duration.ofHours(1));
            tick();
        }
    }

    void deliver() {
        List<DomainEvent> all = outbox.events();
        while (delivered < all.size()) {
            deliver(all.get(delivered));
            delivered++;
            all = outbox.events();
        }
    }

    private void deliver(DomainEvent event) {
        if (event instanceof OrderPaid paid) {
            run(subscriptions.extend.handle(paid));
            run(notePaid.handle(paid));
        }
        if (event instanceof PaymentCaptured captured) {
            run(shop.settle.handle(captured));
        }
        if (event instanceof SubscriptionExtended extended) {
            run(watch.handle(extended));
        }
    }

    /** What the customer was told, such as {@code 23d expires_soon}, counted from a moment. */
    List<String> toldSince(Instant start) {
        List<String> told = new ArrayList<>();
        for (RenewalToTell event : outbox.events(RenewalToTell.class)) {
            long days = Duration.between(start, event.at()).toDays();
            told.add(days + "d " + event.topic().code());
        }
        return told;
    }

    long ordersPaid() {
        return outbox.events(OrderPaid.class).size();
    }
}
