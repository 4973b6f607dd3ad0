package io.cybervpn.infrastructure.shared;

import com.fasterxml.jackson.databind.util.RawValue;
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
import org.hibernate.reactive.mutiny.Mutiny;

/** Outbox rows in the open transaction, one statement for all handlers of all events. */
@Singleton
final class PostgresOutbox implements Outbox {
    private static final String INSERT =
            """
            insert into outbox (id, handler, event_type, payload, next_attempt_at, created_at)
            select r.id, r.handler, r.event_type, r.payload, r.at, r.at
            from jsonb_to_recordset(cast(cast(:rows as text) as jsonb))
                as r(id uuid, handler text, event_type text, payload jsonb, at timestamptz)""";

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
    public Uni<Void> appendAll(List<? extends DomainEvent> events) {
        if (!UnitOfWorkScope.isOpen()) {
            return Uni.createFrom()
                    .failure(new IllegalStateException("outbox outside a unit of work"));
        }
        JsonRows rows = new JsonRows();
        events.forEach(event -> addTo(rows, event));
        return rows.isEmpty()
                ? Uni.createFrom().voidItem()
                : Panache.getSession().chain(session -> insert(session, rows));
    }

    private void addTo(JsonRows rows, DomainEvent event) {
        for (EventHandler<?> handler : handlers.handlersOf(event.getClass())) {
            rows.add()
                    .put("id", ids.next().toString())
                    .put("handler", handler.name())
                    .put("event_type", codec.typeOf(event))
                    .put("at", event.at().toString())
                    .putRawValue("payload", new RawValue(codec.write(event)));
        }
    }

    private static Uni<Void> insert(Mutiny.Session session, JsonRows rows) {
        return session.createNativeQuery(INSERT)
                .setParameter("rows", rows.toString())
                .executeUpdate()
                .replaceWithVoid();
    }
}
