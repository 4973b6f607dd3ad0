package io.cybervpn.infrastructure.audit.postgres;

import io.cybervpn.application.shared.Actor;
import io.cybervpn.application.shared.AuditTrail;
import io.cybervpn.application.shared.Ids;
import io.cybervpn.application.shared.Origin;
import io.cybervpn.application.shared.Origins;
import io.cybervpn.domain.audit.model.AuditRecord;
import io.cybervpn.domain.audit.model.AuditRecord.AuditActor;
import io.cybervpn.domain.audit.model.AuditRecord.AuditObject;
import io.cybervpn.domain.identity.AccountId;
import io.cybervpn.domain.identity.ApiKeyId;
import io.cybervpn.infrastructure.shared.UnitOfWorkScope;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import org.hibernate.reactive.mutiny.Mutiny;

/** Rows in the open transaction; a trigger chains them when it commits. */
@Singleton
final class PostgresAuditTrail implements AuditTrail {
    private static final String INSERT =
            """
            insert into audit_entry (id, at, actor_kind, actor_id, action, object_type, object_id,
                changes, reason, address, request_id, content_hash, actor_key)
            select r.id, r.at, r.actor_kind, r.actor_id, r.action, r.object_type, r.object_id,
                r.changes, r.reason, r.address, r.request_id, r.content_hash, r.actor_key
            from jsonb_to_record(cast(cast(:row as text) as jsonb)) as r(id uuid, at timestamptz,
                actor_kind text, actor_id uuid, action text, object_type text, object_id text,
                changes jsonb, reason text, address text, request_id text, content_hash text,
                actor_key uuid)""";

    private final Origins origins;
    private final Ids ids;
    private final Clock clock;

    @Inject
    PostgresAuditTrail(Origins origins, Ids ids, Clock clock) {
        this.origins = origins;
        this.ids = ids;
        this.clock = clock;
    }

    @Override
    public Uni<Void> append(Entry entry) {
        if (!UnitOfWorkScope.isOpen()) {
            return Uni.createFrom()
                    .failure(new IllegalStateException("audit outside a unit of work"));
        }
        String row = AuditRows.write(record(entry, origins.current()));
        return Panache.getSession().chain(session -> insert(session, row));
    }

    private AuditRecord record(Entry entry, Origin origin) {
        return new AuditRecord(
                ids.next(),
                clock.instant().truncatedTo(ChronoUnit.MICROS),
                actor(entry.actor()),
                entry.action(),
                new AuditObject(entry.objectType(), entry.objectId()),
                entry.changes(),
                entry.reason().or(origin::reason),
                origin.address(),
                origin.requestId());
    }

    private static AuditActor actor(Actor actor) {
        return new AuditActor(
                kind(actor),
                actor.account().map(AccountId::value),
                actor.apiKey().map(ApiKeyId::value));
    }

    private static String kind(Actor actor) {
        return switch (actor) {
            case Actor.Guest _ -> "guest";
            case Actor.Customer _ -> "customer";
            case Actor.Staff _ -> "staff";
            case Actor.Key _ -> "api_key";
            case Actor.System _ -> "system";
        };
    }

    private static Uni<Void> insert(Mutiny.Session session, String row) {
        return session.createNativeQuery(INSERT)
                .setParameter("row", row)
                .executeUpdate()
                .replaceWithVoid();
    }
}
