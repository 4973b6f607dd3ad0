package io.cybervpn.infrastructure.provisioning.postgres;

import io.cybervpn.domain.identity.AccountId;
import io.cybervpn.domain.provisioning.AccessId;
import io.cybervpn.domain.provisioning.RemovalNear;
import io.cybervpn.domain.provisioning.repository.Removals;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Accesses with a moment of removal; which one their owner was told of stands beside it. */
@Singleton
final class PostgresRemovals implements Removals {
    private static final String TAKE =
            """
            update access a set removal_told_at = a.remove_at
            from (select id from access
                  where remove_at > :now and remove_at <= :until and status <> 'removed'
                    and removal_told_at is distinct from remove_at
                  order by remove_at limit :limit for update skip locked) untold
            where a.id = untold.id
            returning a.id, a.account_id, a.remove_at""";

    @Override
    public Uni<List<RemovalNear>> takeUntold(Instant now, Instant until, int limit) {
        return Panache.getSession()
                .chain(
                        session ->
                                session.createNativeQuery(TAKE, Object[].class)
                                        .setParameter("now", now)
                                        .setParameter("until", until)
                                        .setParameter("limit", limit)
                                        .getResultList())
                .map(rows -> rows.stream().map(row -> near(row, now)).toList());
    }

    private static RemovalNear near(Object[] row, Instant now) {
        return new RemovalNear(
                new AccessId((UUID) row[0]),
                new AccountId((UUID) row[1]),
                StaffTaskRows.instant(row[2]),
                now);
    }
}
