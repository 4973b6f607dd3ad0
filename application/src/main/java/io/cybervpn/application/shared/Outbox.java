package io.cybervpn.application.shared;

import io.cybervpn.domain.shared.DomainEvent;
import io.smallrye.mutiny.Uni;
import java.util.List;

/** Where a use case tells. */
public interface Outbox {
    /**
     * Stores one row per event and handler of it in the open unit of work, so that the telling
     * commits with the doing. An event without handlers stores nothing. Fails with {@link
     * IllegalStateException} outside a unit of work.
     */
    Uni<Void> appendAll(List<? extends DomainEvent> events);

    /** The same for one event. */
    default Uni<Void> append(DomainEvent event) {
        return appendAll(List.of(event));
    }
}
