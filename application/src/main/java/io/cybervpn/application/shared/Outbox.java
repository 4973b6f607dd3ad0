package io.cybervpn.application.shared;

import io.cybervpn.domain.shared.DomainEvent;
import io.smallrye.mutiny.Uni;

/** Where a use case tells. */
public interface Outbox {
    /**
     * Stores one row per handler of this event in the open unit of work, so that the telling
     * commits with the doing. An event without handlers stores nothing. Fails with {@link
     * IllegalStateException} outside a unit of work.
     */
    Uni<Void> append(DomainEvent event);
}
