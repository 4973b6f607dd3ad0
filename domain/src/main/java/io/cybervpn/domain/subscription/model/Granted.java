package io.cybervpn.domain.subscription.model;

import io.cybervpn.domain.shared.DomainEvent;
import java.util.List;

/** Free time took effect: the new state, what to keep of it, and what to tell. */
public record Granted(Subscription subscription, Grant grant, List<DomainEvent> events) {
    /** Copies the list. */
    public Granted {
        events = List.copyOf(events);
    }
}
