package io.cybervpn.infrastructure.shared;

import io.cybervpn.application.shared.EventHandler;
import io.cybervpn.application.shared.HandlerRegistry;
import io.cybervpn.application.shared.InboxHandler;
import io.cybervpn.application.shared.WebhookSource;
import io.cybervpn.domain.shared.DomainEvent;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Finds handlers among the beans; lazily, since handlers themselves write to the outbox. */
@Singleton
final class CdiHandlers implements HandlerRegistry {
    private final Instance<EventHandler<?>> eventHandlers;
    private final Instance<InboxHandler> inboxHandlers;
    private final Instance<WebhookSource> webhookSources;

    @Inject
    CdiHandlers(
            @Any Instance<EventHandler<?>> eventHandlers,
            @Any Instance<InboxHandler> inboxHandlers,
            @Any Instance<WebhookSource> webhookSources) {
        this.eventHandlers = eventHandlers;
        this.inboxHandlers = inboxHandlers;
        this.webhookSources = webhookSources;
    }

    @Override
    public List<EventHandler<?>> handlersOf(Class<? extends DomainEvent> event) {
        return eventHandlers.stream()
                .filter(handler -> handler.event().equals(event))
                .sorted(Comparator.comparing(EventHandler::name))
                .toList();
    }

    @Override
    public Optional<EventHandler<?>> handlerNamed(String name) {
        return eventHandlers.stream().filter(handler -> handler.name().equals(name)).findFirst();
    }

    @Override
    public Optional<InboxHandler> inboxHandlerOf(String source) {
        return inboxHandlers.stream().filter(handler -> handler.handles(source)).findFirst();
    }

    @Override
    public Optional<WebhookSource> webhookSource(String source) {
        return webhookSources.stream()
                .filter(candidate -> candidate.source().equals(source))
                .findFirst();
    }
}
