package io.cybervpn.infrastructure.identity.postgres;

import io.cybervpn.application.identity.port.StaffList;
import io.cybervpn.application.identity.staff.StaffView;
import io.cybervpn.domain.identity.AccountId;
import io.cybervpn.domain.identity.AccountStatus;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;

/** Staff and roles by one prepared statement. */
@Singleton
final class PostgresStaffList implements StaffList {
    private static final String ALL =
            """
            select a.id, a.email, a.status, a.created_at,
                array(select r.role_code from role_assignment r
                      where r.account_id = a.id and (r.expires_at is null or r.expires_at > $1)
                      order by r.role_code) as roles
            from account a where a.kind = 'staff' order by a.created_at, a.id limit $2""";

    private final Pool pool;
    private final Clock clock;

    @Inject
    PostgresStaffList(Pool pool, Clock clock) {
        this.pool = pool;
        this.clock = clock;
    }

    @Override
    public Uni<List<StaffView>> all(int limit) {
        return pool.preparedQuery(ALL)
                .execute(Tuple.of(clock.instant().atOffset(ZoneOffset.UTC), limit))
                .map(
                        rows ->
                                StreamSupport.stream(rows.spliterator(), false)
                                        .map(PostgresStaffList::view)
                                        .toList());
    }

    private static StaffView view(Row row) {
        return new StaffView(
                new AccountId(row.getUUID("id")),
                Optional.ofNullable(row.getString("email")),
                AccountStatus.find(row.getString("status")).orElseThrow(),
                row.getOffsetDateTime("created_at").toInstant(),
                List.of(row.getArrayOfStrings("roles")));
    }
}
