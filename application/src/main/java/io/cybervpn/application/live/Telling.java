package io.cybervpn.application.live;

import io.cybervpn.application.live.port.Publisher;
import io.cybervpn.application.shared.EventHandler;
import io.cybervpn.domain.shared.DomainEvent;
import io.smallrye.mutiny.Uni;
import java.util.List;

/**
 * Makes news of one kind of event. Telling is repeatable and never fails: no event waits for those
 * who listen.
 */
abstract class Telling<E extends DomainEvent> implements EventHandler<E> {
    private final Publisher publisher;
    private final Class<E> event;
    private final String name;

    /** Under a name such as {@code live.order-paid}. */
    Telling(Publisher publisher, Class<E> event, String name) {
        this.publisher = publisher;
        this.event = event;
        this.name = name;
    }

    /** What is told of it, to whom. Pure. */
    abstract List<News> newsOf(E event);

    @Override
    public final Class<E> event() {
        return event;
    }

    @Override
    public final String name() {
        return name;
    }

    @Override
    public final Uni<Void> handle(E event) {
        return publisher.publish(newsOf(event));
    }
}
