package io.cybervpn.infrastructure.shared;

import io.cybervpn.application.shared.EventHandler;
import io.cybervpn.application.shared.HandlerRegistry;
import io.cybervpn.application.shared.Ids;
import io.cybervpn.application.shared.Outbox;
import io.cybervpn.domain.shared.DomainEvent;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.hibernate.reactive.mutiny.Mutiny;

/** Outbox rows in the open transaction, one statement for all handlers of an event. */
@Singleton
final class PostgresOutbox implements Outbox {
    private final HandlerRegistry handlers;
    private final EventCodec codec;
    private final Ids ids;

    @Inject
    PostgresOutbox(HandlerRegistry handlers, EventCodec codec, Ids ids) {
        this.handlers = handlers;
        this.codec = codec;
        this.ids = ids;
    }

    @Override
    public Uni<Void> append(DomainEvent event) {
        if (!UnitOfWorkScope.isOpen()) {
            return Uni.createFrom()
                    .failure(new IllegalStateException("outbox outside a unit of work"));
        }
        List<String> names =
                handlers.handlersOf(event.getClass()).stream().map(EventHandler::name).toList();
        return names.isEmpty()
                ? Uni.createFrom().voidItem()
                : Panache.getSession().chain(session -> insert(session, names, event));
    }

    private Uni<Void> insert(Mutiny.Session session, List<String> names, DomainEvent event) {
        String rows =
                IntStream.range(0, names.size())
                        .mapToObj(
                                i ->
                                        "(:id%d, :handler%d, :type, cast(cast(:payload as text) as jsonb), :at, :at)"
                                                .formatted(i, i))
                        .collect(Collectors.joining(", "));
        Mutiny.MutationQuery insert =
                session.createNativeQuery(
                        "insert into outbox (id, handler, event_type, payload, next_attempt_at, created_at) values "
                                + rows);
        for (int i = 0; i < names.size(); i++) {
            UUID id = ids.next();
            insert = insert.setParameter("id" + i, id).setParameter("handler" + i, names.get(i));
        }
        return insert.setParameter("type", codec.typeOf(event))
                .setParameter("payload", codec.write(event))
                .setParameter("at", event.at())
                .executeUpdate()
                .replaceWithVoid();
    }
}
