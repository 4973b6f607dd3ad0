package io.cybervpn.domain.subscription.model;

import io.cybervpn.domain.shared.DomainEvent;
import java.util.List;
import java.util.Optional;

/**
 * A subscription was held, released or taken away: the new state, what to keep of it, and what to
 * tell.
 *
 * @param halt empty when its time neither stopped nor went on
 * @param events empty when nothing changed
 */
public record Held(Subscription subscription, Optional<Halt> halt, List<DomainEvent> events) {
    /** Copies the list. */
    public Held {
        events = List.copyOf(events);
    }
}
