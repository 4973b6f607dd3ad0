package io.cybervpn.application.shared;

import io.cybervpn.domain.shared.DomainEvent;
import io.smallrye.mutiny.Uni;

/**
 * Acts on one kind of event. Delivery is at least once and in any order, by any instance: an
 * implementation is idempotent by a unique key of its own effect, never by memory.
 */
public interface EventHandler<E extends DomainEvent> {
    /** The event it acts on. */
    Class<E> event();

    /**
     * Its stable name in outbox rows, such as {@code billing.settle-order}; renaming it orphans
     * stored rows.
     */
    String name();

    /**
     * Acts. A failure means "try again later"; the relay backs off and, after its last attempt,
     * parks the row.
     */
    Uni<Void> handle(E event);
}
