package io.cybervpn.infrastructure.identity.postgres;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.cybervpn.application.identity.port.SecurityEvents;
import io.cybervpn.domain.identity.AccountId;
import io.cybervpn.domain.identity.SecurityEventType;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.StreamSupport;

/** Events as rows: written in the open transaction, read without a session. */
@Singleton
final class PostgresSecurityEvents implements SecurityEvents {
    private static final String INSERT =
            """
            insert into security_event (id, at, type, account_id, subject, address, request_id,
                agent, detail, times)
            select r.id, r.at, r.type, r.account_id, r.subject, r.address, r.request_id, r.agent,
                left(r.detail, 200), r.times
            from jsonb_to_recordset(cast(cast(:rows as text) as jsonb)) as r(id uuid,
                at timestamptz, type text, account_id uuid, subject text, address text,
                request_id text, agent text, detail text, times int)
            on conflict do nothing""";

    private static final String FORGET =
            """
            delete from security_event where id in (
                select id from security_event where at < :before order by at limit :limit
                for update skip locked)""";

    private final Pool pool;

    @Inject
    PostgresSecurityEvents(Pool pool) {
        this.pool = pool;
    }

    @Override
    public Uni<Void> append(List<Event> events) {
        ArrayNode rows = JsonNodeFactory.instance.arrayNode();
        events.forEach(event -> write(rows, event));
        return Panache.getSession()
                .chain(
                        db ->
                                db.createNativeQuery(INSERT)
                                        .setParameter("rows", rows.toString())
                                        .executeUpdate())
                .replaceWithVoid();
    }

    private static void write(ArrayNode rows, Event event) {
        rows.addObject()
                .put("id", event.id().toString())
                .put("at", event.at().toString())
                .put("type", event.type().code())
                .put(
                        "account_id",
                        event.about().account().map(id -> id.value().toString()).orElse(null))
                .put("subject", event.about().subject().orElse(null))
                .put("address", event.from().address().orElse(null))
                .put("request_id", event.from().requestId().orElse(null))
                .put("agent", event.from().agent().orElse(null))
                .put("detail", event.detail())
                .put("times", event.times());
    }

    @Override
    public Uni<List<Event>> page(Filter filter, Optional<Cursor> before, int limit) {
        SecurityEventSql sql = SecurityEventSql.of(filter, before, limit);
        return pool.preparedQuery(sql.text())
                .execute(sql.parameters())
                .map(
                        rows ->
                                StreamSupport.stream(rows.spliterator(), false)
                                        .map(PostgresSecurityEvents::read)
                                        .toList());
    }

    private static Event read(Row row) {
        return new Event(
                row.getUUID("id"),
                row.getOffsetDateTime("at").toInstant(),
                SecurityEventType.find(row.getString("type")).orElseThrow(),
                new About(
                        Optional.<UUID>ofNullable(row.getUUID("account_id")).map(AccountId::new),
                        Optional.ofNullable(row.getString("subject"))),
                new From(
                        Optional.ofNullable(row.getString("address")),
                        Optional.ofNullable(row.getString("request_id")),
                        Optional.ofNullable(row.getString("agent"))),
                row.getString("detail"),
                row.getInteger("times"));
    }

    @Override
    public Uni<Integer> forget(Instant before, int limit) {
        return Panache.getSession()
                .chain(
                        db ->
                                db.createNativeQuery(FORGET)
                                        .setParameter("before", before.atOffset(ZoneOffset.UTC))
                                        .setParameter("limit", limit)
                                        .executeUpdate());
    }
}
