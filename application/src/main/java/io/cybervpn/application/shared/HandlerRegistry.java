package io.cybervpn.application.shared;

import io.cybervpn.domain.shared.DomainEvent;
import java.util.List;
import java.util.Optional;

/** Every handler and webhook source of the program, as found when it was put together. */
public interface HandlerRegistry {
    /** Handlers of an event, in a stable order. */
    List<EventHandler<?>> handlersOf(Class<? extends DomainEvent> event);

    /** The handler with a stored name; empty for a name of an older version. */
    Optional<EventHandler<?>> handlerNamed(String name);

    /** Who applies messages of a source. */
    Optional<InboxHandler> inboxHandlerOf(String source);

    /** Who judges pushes of a source; empty for a path that nobody owns. */
    Optional<WebhookSource> webhookSource(String source);
}
