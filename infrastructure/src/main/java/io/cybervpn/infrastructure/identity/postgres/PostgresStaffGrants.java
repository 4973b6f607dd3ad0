package io.cybervpn.infrastructure.identity.postgres;

import io.cybervpn.application.identity.port.StaffGrants;
import io.cybervpn.domain.identity.AccountId;
import io.cybervpn.domain.identity.RoleCode;
import io.quarkus.cache.Cache;
import io.quarkus.cache.CacheName;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What staff hold, by one prepared statement at most each two seconds for one of them. */
@Singleton
final class PostgresStaffGrants implements StaffGrants {
    private static final String HELD =
            """
            select r.role_code, coalesce(o.permissions, '{}') as permissions
            from account a
            join role_assignment r on r.account_id = a.id
            left join staff_role o on o.code = r.role_code
            where a.id = $1 and a.kind = 'staff' and a.status = 'active'
              and (r.expires_at is null or r.expires_at > $2)""";

    private final Cache cache;
    private final Pool pool;
    private final Clock clock;

    @Inject
    PostgresStaffGrants(@CacheName("staff-grants") Cache cache, Pool pool, Clock clock) {
        this.cache = cache;
        this.pool = pool;
        this.clock = clock;
    }

    @Override
    public Uni<Held> of(AccountId account) {
        return cache.getAsync(account, this::read);
    }

    @Override
    public Uni<Void> forget() {
        return cache.invalidateAll();
    }

    private Uni<Held> read(AccountId account) {
        return pool.preparedQuery(HELD)
                .execute(Tuple.of(account.value(), clock.instant().atOffset(ZoneOffset.UTC)))
                .map(PostgresStaffGrants::held);
    }

    private static Held held(RowSet<Row> rows) {
        Set<RoleCode> roles = new HashSet<>();
        Set<String> permissions = new HashSet<>();
        for (Row row : rows) {
            roles.add(new RoleCode(row.getString("role_code")));
            permissions.addAll(List.of(row.getArrayOfStrings("permissions")));
        }
        return new Held(roles, permissions);
    }
}
