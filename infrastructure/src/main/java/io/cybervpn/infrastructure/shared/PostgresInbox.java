package io.cybervpn.infrastructure.shared;

import io.cybervpn.application.shared.Inbox;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jboss.logging.Logger;

/**
 * The inbox table. Storing is one committed statement; locking and settling belong to the unit of
 * work.
 */
@Singleton
final class PostgresInbox implements Inbox {
    private static final Logger LOG = Logger.getLogger(PostgresInbox.class);

    private static final String LOCK_NEXT =
            """
            select id, source, dedupe_key, body, received_at, attempts, by_former_secret from inbox
            where status = 'received' and next_attempt_at <= :now
            order by next_attempt_at, id limit :limit for update skip locked""";

    /**
     * What is of no interest keeps no body: a panel's word of a failed login carries what was
     * typed.
     */
    private static final String SETTLE =
            """
            update inbox i set status = s.status, note = s.note, settled_at = :now, attempts = i.attempts + 1,
                body = case when s.status = 'ignored' then '' else i.body end
            from jsonb_to_recordset(cast(cast(:settlements as text) as jsonb)) as s(id uuid, status text, note text)
            where i.id = s.id""";

    private static final String RETRY =
            """
            update inbox set next_attempt_at = $2, note = $3, attempts = attempts + 1
            where id = $1 and status = 'received'""";

    private final Pool pool;
    private final InboxIntake intake;
    private final MeterRegistry metrics;

    @Inject
    PostgresInbox(Pool pool, InboxIntake intake, MeterRegistry metrics) {
        this.pool = pool;
        this.intake = intake;
        this.metrics = metrics;
    }

    @Override
    public Uni<Optional<UUID>> store(Message message) {
        return intake.store(message)
                .map(first -> first ? Optional.of(message.id()) : Optional.empty());
    }

    @Override
    public Uni<List<Message>> lockNext(int limit, Instant now) {
        return Panache.getSession().chain(session -> lockNext(session, limit, now));
    }

    private static Uni<List<Message>> lockNext(Mutiny.Session session, int limit, Instant now) {
        return session.createNativeQuery(LOCK_NEXT, Object[].class)
                .setParameter("now", now)
                .setParameter("limit", limit)
                .getResultList()
                .map(rows -> rows.stream().map(PostgresInbox::message).toList());
    }

    private static Message message(Object[] row) {
        return new Message(
                (UUID) row[0],
                (String) row[1],
                (String) row[2],
                (String) row[3],
                ((OffsetDateTime) row[4]).toInstant(),
                ((Number) row[5]).intValue() + 1,
                (Boolean) row[6]);
    }

    @Override
    public Uni<Void> settle(List<Settlement> settlements, Instant now) {
        JsonRows rows = new JsonRows();
        for (Settlement settlement : settlements) {
            tell(settlement);
            rows.add()
                    .put("id", settlement.message().toString())
                    .put("status", statusOf(settlement.outcome()))
                    .put("note", settlement.note());
        }
        return Panache.getSession()
                .chain(
                        session ->
                                session.createNativeQuery(SETTLE)
                                        .setParameter("settlements", rows.toString())
                                        .setParameter("now", now)
                                        .executeUpdate()
                                        .replaceWithVoid());
    }

    private void tell(Settlement settlement) {
        String outcome = statusOf(settlement.outcome());
        metrics.counter("cybervpn.inbox.settled", "outcome", outcome).increment();
        if (settlement.outcome() == Outcome.FLAGGED) {
            LOG.errorf("inbox message %s needs staff: %s", settlement.message(), settlement.note());
        }
    }

    @Override
    public Uni<Void> retryAt(UUID id, Instant at, String error) {
        LOG.warnf("inbox message %s failed and is tried again at %s: %s", id, at, error);
        return pool.preparedQuery(RETRY)
                .execute(Tuple.of(id, at.atOffset(ZoneOffset.UTC), error))
                .replaceWithVoid();
    }

    private static String statusOf(Outcome outcome) {
        return switch (outcome) {
            case APPLIED -> "applied";
            case IGNORED -> "ignored";
            case FLAGGED -> "flagged";
        };
    }
}
