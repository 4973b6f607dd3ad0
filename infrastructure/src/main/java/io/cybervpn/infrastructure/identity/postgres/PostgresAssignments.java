package io.cybervpn.infrastructure.identity.postgres;

import io.cybervpn.domain.identity.AccountId;
import io.cybervpn.domain.identity.RoleCode;
import io.cybervpn.domain.identity.model.Assignment;
import io.cybervpn.domain.identity.repository.Assignments;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Who has which role, in the session of the open unit of work. */
@Singleton
final class PostgresAssignments implements Assignments {
    private static final String TAKE_TURN =
            "select 1 from pg_advisory_xact_lock(hashtextextended('role_assignment', 0))";
    private static final String OF =
            """
            select role_code, assigned_at, expires_at, assigned_by from role_assignment
            where account_id = :account order by role_code""";
    private static final String PUT =
            """
            insert into role_assignment (account_id, role_code, assigned_at, expires_at, assigned_by)
            values (:account, :role, :assignedAt, cast(nullif(:expiresAt, '') as timestamptz),
                cast(nullif(:assignedBy, '') as uuid))
            on conflict (account_id, role_code) do update set assigned_at = excluded.assigned_at,
                expires_at = excluded.expires_at, assigned_by = excluded.assigned_by""";
    private static final String REMOVE =
            "delete from role_assignment where account_id = :account and role_code = :role";
    private static final String ANY =
            "select exists (select 1 from role_assignment where role_code = :role)";
    private static final String LASTS =
            """
            select exists (
                select 1 from role_assignment r join account a on a.id = r.account_id
                where r.role_code = :role and r.account_id <> :account and r.expires_at is null
                  and a.kind = 'staff' and a.status = 'active')""";

    @Override
    public Uni<Void> takeTurn() {
        return Panache.getSession()
                .chain(db -> db.createNativeQuery(TAKE_TURN, Integer.class).getSingleResult())
                .replaceWithVoid();
    }

    @Override
    public Uni<List<Assignment>> of(AccountId account) {
        return Panache.getSession()
                .chain(
                        db ->
                                db.createNativeQuery(OF, Object[].class)
                                        .setParameter("account", account.value())
                                        .getResultList())
                .map(rows -> rows.stream().map(row -> assignment(account, row)).toList());
    }

    private static Assignment assignment(AccountId account, Object[] row) {
        return new Assignment(
                account,
                new RoleCode((String) row[0]),
                ((OffsetDateTime) row[1]).toInstant(),
                Optional.ofNullable((OffsetDateTime) row[2]).map(OffsetDateTime::toInstant),
                Optional.ofNullable((UUID) row[3]).map(AccountId::new));
    }

    @Override
    public Uni<Void> put(Assignment assignment) {
        return Panache.getSession()
                .chain(
                        db ->
                                db.createNativeQuery(PUT)
                                        .setParameter("account", assignment.account().value())
                                        .setParameter("role", assignment.role().value())
                                        .setParameter("assignedAt", assignment.assignedAt())
                                        .setParameter("expiresAt", text(assignment.expiresAt()))
                                        .setParameter(
                                                "assignedBy",
                                                text(assignment.assignedBy().map(AccountId::value)))
                                        .executeUpdate())
                .replaceWithVoid();
    }

    /** Absent as an empty text: a bare null has no type. */
    private static String text(Optional<?> value) {
        return value.map(Object::toString).orElse("");
    }

    @Override
    public Uni<Void> remove(AccountId account, RoleCode role) {
        return Panache.getSession()
                .chain(
                        db ->
                                db.createNativeQuery(REMOVE)
                                        .setParameter("account", account.value())
                                        .setParameter("role", role.value())
                                        .executeUpdate())
                .replaceWithVoid();
    }

    @Override
    public Uni<Boolean> anyOf(RoleCode role) {
        return Panache.getSession()
                .chain(
                        db ->
                                db.createNativeQuery(ANY, Boolean.class)
                                        .setParameter("role", role.value())
                                        .getSingleResult());
    }

    @Override
    public Uni<Boolean> lastsWithout(AccountId account, RoleCode role) {
        return Panache.getSession()
                .chain(
                        db ->
                                db.createNativeQuery(LASTS, Boolean.class)
                                        .setParameter("role", role.value())
                                        .setParameter("account", account.value())
                                        .getSingleResult());
    }
}
