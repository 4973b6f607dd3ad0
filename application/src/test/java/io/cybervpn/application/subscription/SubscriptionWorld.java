package io.cybervpn.application.subscription;

import io.cybervpn.application.identity.HoldOwner;
import io.cybervpn.application.identity.InMemoryEndings;
import io.cybervpn.application.invoicing.InMemoryInvoices;
import io.cybervpn.application.shared.FixedIds;
import io.cybervpn.application.shared.InMemoryOutbox;
import io.cybervpn.application.shared.InMemoryUnitOfWork;
import io.cybervpn.application.shared.MovableClock;
import java.time.Duration;

/** The use cases of subscription over memory. */
public final class SubscriptionWorld {
    public static final PlanChangeSettings CHANGES =
            new PlanChangeSettings(false, Duration.ofMinutes(10));

    public final MovableClock clock;
    public final InMemoryUnitOfWork unitOfWork;
    public final InMemoryOutbox outbox;
    public final InMemorySubscriptions subscriptions;
    public final InMemoryReturns returns;
    public final InMemoryAddOnTimes addOns;
    public final InMemoryInvoices invoices;
    public final FixedIds ids = new FixedIds();
    public final InMemorySubscriptionViews views;
    public final InMemoryEndings endings;
    public final HoldOwner holdOwner;
    final HoldDesk holds;
    public final ExtendOnOrderPaid extend;
    public final SubscriptionsOfAccount ofAccount;
    public final ExpireSubscriptions expire;
    public final FindSubscription find;

    public SubscriptionWorld() {
        this(new InMemoryUnitOfWork());
    }

    /** Shares the unit of work of another world. */
    public SubscriptionWorld(InMemoryUnitOfWork shared) {
        this(shared, new InMemoryOutbox(shared), new MovableClock(Purchases.NOON));
    }

    /** Shares more of it. */
    public SubscriptionWorld(
            InMemoryUnitOfWork shared, InMemoryOutbox sharedOutbox, MovableClock sharedClock) {
        unitOfWork = shared;
        outbox = sharedOutbox;
        clock = sharedClock;
        subscriptions = new InMemorySubscriptions(unitOfWork);
        addOns = new InMemoryAddOnTimes(unitOfWork);
        invoices = new InMemoryInvoices(unitOfWork);
        returns = new InMemoryReturns(unitOfWork, subscriptions, addOns);
        views = new InMemorySubscriptionViews(subscriptions);
        endings = new InMemoryEndings(unitOfWork);
        holdOwner = new HoldOwner(endings);
        extend =
                new ExtendOnOrderPaid(
                        unitOfWork,
                        holdOwner,
                        subscriptions,
                        new PaidChanges(subscriptions, returns, CHANGES, outbox, ids, clock),
                        outbox,
                        ids,
                        clock);
        holds = new HoldDesk(holdOwner, subscriptions, returns, outbox, ids, clock);
        ofAccount = new SubscriptionsOfAccount(subscriptions, holds);
        expire = new ExpireSubscriptions(unitOfWork, subscriptions, outbox, clock);
        find = new FindSubscription(unitOfWork, subscriptions, addOns);
    }
}
