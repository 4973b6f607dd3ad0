package io.cybervpn.domain.billing.repository;

import io.cybervpn.domain.billing.OrderId;
import io.cybervpn.domain.billing.model.Order;
import io.cybervpn.domain.identity.AccountId;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** All orders. Every method belongs to the open unit of work. */
public interface Orders {
    /**
     * Stores a new order. Of many at once with one account and request key exactly one is stored;
     * the others wait for it to commit. Once it is stored, its plan cannot be removed.
     *
     * @return false when the account has an order with this request key, or when its plan was
     *     removed meanwhile; then nothing was stored
     */
    Uni<Boolean> add(Order.AwaitingPayment order);

    /** The order that an account placed with this request key. */
    Uni<Optional<Order>> placedBy(AccountId account, String requestKey);

    /** Reads one and keeps others from changing it until the unit of work ends. */
    Uni<Optional<Order>> lock(OrderId id);

    /** Stores the new state of a locked order. */
    Uni<Void> save(Order order);

    /**
     * Gives up on those of {@code ids} that still wait and whose time has come, by the rule of
     * {@link Order.AwaitingPayment#expire}; leaves the others alone.
     *
     * @return how many it gave up on
     */
    Uni<Integer> expire(List<OrderId> ids, Instant now);

    /** Gives up on all that an account waits with, whatever their time. Repeatable. */
    Uni<Void> giveUp(AccountId account);

    /**
     * Makes all orders of an account another's; their request keys become unlike any that a client
     * sends. Waits for those that are locked. Repeatable.
     */
    Uni<Void> reown(AccountId from, AccountId into);
}
