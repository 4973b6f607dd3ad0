package io.cybervpn.infrastructure.identity.postgres;

import io.cybervpn.application.identity.port.StaffRecords;
import io.cybervpn.application.identity.staff.AssignmentView;
import io.cybervpn.domain.identity.AccountId;
import io.cybervpn.domain.identity.AccountStatus;
import io.cybervpn.domain.identity.RoleCode;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.StreamSupport;

/** Staff with all that a review asks for, by one prepared statement. */
@Singleton
final class PostgresStaffRecords implements StaffRecords {
    private static final String ALL =
            """
            select a.id, a.email, a.status, a.created_at,
                greatest(
                    (select max(started_at) from session s where s.account_id = a.id),
                    (select max(at) from security_event e
                     where e.account_id = a.id and e.type = 'logged_in')) as last_login_at,
                exists (select 1 from second_factor f
                        where f.account_id = a.id and f.active)
                    or exists (select 1 from passkey k where k.account_id = a.id) as second_factor,
                (select coalesce(jsonb_agg(jsonb_build_object('role', r.role_code,
                        'at', r.assigned_at, 'until', r.expires_at, 'by', r.assigned_by)
                        order by r.role_code), '[]')
                 from role_assignment r where r.account_id = a.id) as roles
            from account a where a.kind = 'staff' order by a.created_at, a.id limit $1""";

    private final Pool pool;

    @Inject
    PostgresStaffRecords(Pool pool) {
        this.pool = pool;
    }

    @Override
    public Uni<List<Member>> all(int limit) {
        return pool.preparedQuery(ALL)
                .execute(Tuple.of(limit))
                .map(
                        rows ->
                                StreamSupport.stream(rows.spliterator(), false)
                                        .map(PostgresStaffRecords::member)
                                        .toList());
    }

    private static Member member(Row row) {
        return new Member(
                new AccountId(row.getUUID("id")),
                Optional.ofNullable(row.getString("email")),
                AccountStatus.find(row.getString("status")).orElseThrow(),
                row.getOffsetDateTime("created_at").toInstant(),
                Optional.ofNullable(row.getOffsetDateTime("last_login_at"))
                        .map(OffsetDateTime::toInstant),
                row.getBoolean("second_factor"),
                roles(row.getJsonArray("roles")));
    }

    private static List<AssignmentView> roles(JsonArray held) {
        return held.stream().map(JsonObject.class::cast).map(PostgresStaffRecords::role).toList();
    }

    private static AssignmentView role(JsonObject held) {
        return new AssignmentView(
                new RoleCode(held.getString("role")),
                time(held.getString("at")),
                Optional.ofNullable(held.getString("until")).map(PostgresStaffRecords::time),
                Optional.ofNullable(held.getString("by"))
                        .map(UUID::fromString)
                        .map(AccountId::new));
    }

    private static Instant time(String text) {
        return OffsetDateTime.parse(text).toInstant();
    }
}
