package io.cybervpn.domain.subscription.repository;

import io.cybervpn.domain.billing.OrderId;
import io.cybervpn.domain.identity.AccountId;
import io.cybervpn.domain.subscription.SubscriptionId;
import io.cybervpn.domain.subscription.model.Deed;
import io.cybervpn.domain.subscription.model.Extension;
import io.cybervpn.domain.subscription.model.Grant;
import io.cybervpn.domain.subscription.model.Halt;
import io.cybervpn.domain.subscription.model.PlanChange;
import io.cybervpn.domain.subscription.model.Subscription;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** All subscriptions and their history. Every method belongs to the open unit of work. */
public interface Subscriptions {
    /** Reads one as it is now. */
    Uni<Optional<Subscription>> find(SubscriptionId id);

    /** Reads one and keeps others from changing it until the unit of work ends. */
    Uni<Optional<Subscription>> lock(SubscriptionId id);

    /** Stores a new one. */
    Uni<Void> add(Subscription subscription);

    /** Stores the new state of a locked one. */
    Uni<Void> save(Subscription subscription);

    /**
     * Records that an order's days were given. Of many at once for one order exactly one is told
     * true, after it is certain; the others wait for it to commit. May come before {@link #add} of
     * its subscription in the same unit of work.
     *
     * @return false when the order has its extension already; then nothing was stored
     */
    Uni<Boolean> append(Extension extension);

    /**
     * Records a change of plan of a locked subscription.
     *
     * @return false when it has one with this key already; then nothing was stored
     */
    Uni<Boolean> append(PlanChange change);

    /**
     * Records free time of a subscription. May come before {@link #add} of it in the same unit of
     * work.
     *
     * @return false when there is one with this key already; then nothing was stored
     */
    Uni<Boolean> append(Grant grant);

    /** Records that time of a locked subscription stopped or went on. */
    Uni<Void> append(Halt halt);

    /** The free time with this key. */
    Uni<Optional<Grant>> granted(String key);

    /** Whose it is, without keeping anybody from changing it. */
    Uni<Optional<AccountId>> ownerOf(SubscriptionId id);

    /** How often the row of a locked subscription was changed. */
    Uni<Long> version(SubscriptionId id);

    /**
     * Locks up to {@code limit} whose pause is to be over by {@code now}; skips those that somebody
     * has locked.
     */
    Uni<List<Subscription>> lockResumable(Instant now, int limit);

    /** All that was done with one, in the order in which it was done. */
    Uni<List<Deed>> deedsOf(SubscriptionId id);

    /** The one that an order gave time to; empty while it has not. */
    Uni<Optional<SubscriptionId>> ofOrder(OrderId order);

    /** The time that was given to one, in the order in which it was given. */
    Uni<List<Extension>> historyOf(SubscriptionId id);

    /**
     * Ends up to {@code limit} active ones whose end is not after {@code now}, by the rule of
     * {@link Subscription.Active#expire}; skips those that somebody has locked.
     *
     * @return those that it ended
     */
    Uni<List<Subscription.Expired>> expireDue(Instant now, int limit);

    /** Reads all of an account and keeps others from changing them, in one order for everybody. */
    Uni<List<Subscription>> lockAllOf(AccountId account);

    /** Makes all of an account another's. Waits for those that are locked. Repeatable. */
    Uni<Void> reown(AccountId from, AccountId into);
}
