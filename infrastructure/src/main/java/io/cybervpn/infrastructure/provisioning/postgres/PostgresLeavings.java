package io.cybervpn.infrastructure.provisioning.postgres;

import io.cybervpn.domain.provisioning.AccessId;
import io.cybervpn.domain.provisioning.PanelId;
import io.cybervpn.domain.provisioning.model.Leaving;
import io.cybervpn.domain.provisioning.repository.Leavings;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** The table access_leaving. Whoever claims a row moves its due time past his lease. */
@Singleton
final class PostgresLeavings implements Leavings {
    private static final String ADD =
            """
            insert into access_leaving (access_id, panel_id, attempts, due_at)
            values (:access, :panel, 0, :due) on conflict do nothing""";
    private static final String CLAIM =
            """
            update access_leaving l set due_at = :until
            from (select access_id, panel_id from access_leaving
                  where panel_id = :panel and due_at <= :now
                  order by due_at limit :limit for update skip locked) due
            where l.access_id = due.access_id and l.panel_id = due.panel_id
            returning l.access_id, l.attempts""";
    private static final String POSTPONE =
            """
            update access_leaving set attempts = :attempts, due_at = :due
            where access_id = :access and panel_id = :panel""";
    private static final String REMOVE =
            "delete from access_leaving where access_id = :access and panel_id = :panel";

    @Override
    public Uni<Void> add(AccessId access, PanelId panel, Instant dueAt) {
        return Panache.getSession()
                .chain(
                        session ->
                                session.createNativeQuery(ADD)
                                        .setParameter("access", access.value())
                                        .setParameter("panel", panel.value())
                                        .setParameter("due", dueAt)
                                        .executeUpdate())
                .replaceWithVoid();
    }

    @Override
    public Uni<List<Leaving>> claim(PanelId panel, int limit, Instant now, Duration lease) {
        return Panache.getSession()
                .chain(
                        session ->
                                session.createNativeQuery(CLAIM, Object[].class)
                                        .setParameter("panel", panel.value())
                                        .setParameter("now", now)
                                        .setParameter("until", now.plus(lease))
                                        .setParameter("limit", limit)
                                        .getResultList())
                .map(rows -> rows.stream().map(row -> leaving(row, panel)).toList());
    }

    private static Leaving leaving(Object[] row, PanelId panel) {
        return new Leaving(new AccessId((UUID) row[0]), panel, (Integer) row[1]);
    }

    @Override
    public Uni<Void> postpone(Leaving leaving, int attempts, Instant dueAt) {
        return Panache.getSession()
                .chain(
                        session ->
                                session.createNativeQuery(POSTPONE)
                                        .setParameter("access", leaving.access().value())
                                        .setParameter("panel", leaving.panel().value())
                                        .setParameter("attempts", attempts)
                                        .setParameter("due", dueAt)
                                        .executeUpdate())
                .replaceWithVoid();
    }

    @Override
    public Uni<Void> remove(Leaving leaving) {
        return Panache.getSession()
                .chain(
                        session ->
                                session.createNativeQuery(REMOVE)
                                        .setParameter("access", leaving.access().value())
                                        .setParameter("panel", leaving.panel().value())
                                        .executeUpdate())
                .replaceWithVoid();
    }
}
