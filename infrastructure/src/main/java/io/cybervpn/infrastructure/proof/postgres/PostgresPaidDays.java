package io.cybervpn.infrastructure.proof.postgres;

import io.cybervpn.application.proof.port.PaidDays;
import io.cybervpn.application.shared.Difference;
import io.cybervpn.infrastructure.shared.LongReads;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.StreamSupport;

/** Subscriptions against the accesses that are wanted for them: one statement, one moment. */
@Singleton
final class PostgresPaidDays implements PaidDays {
    private static final String COUNT = "select count(*) as total from subscription";

    /** A panel keeps milliseconds; what is younger than $2 is still on its way. */
    private static final String DIFFERENCES =
            """
            (select 'subscription-without-access' as check, s.id::text as subject,
                'runs until ' || s.expire_at as detail
             from subscription s left join access a on a.id = s.id
             where s.status = 'active' and a.id is null and s.started_at < $2 limit $1)
            union all
            (select 'access-until-another-time', s.id::text,
                'paid until ' || s.expire_at || ', wanted until ' || a.expire_at
             from subscription s join access a on a.id = s.id
             left join renewal_cycle c
                on (c.subscription_id, c.period_end) = (s.id, s.expire_at)
             where s.status = 'active'
                and date_trunc('milliseconds', a.expire_at) <> date_trunc('milliseconds',
                    s.expire_at + coalesce(c.grace_days, 0) * interval '24 hours')
                and not exists (select 1 from subscription_extension e
                    left join subscription_return r on r.order_id = e.order_id
                    where e.subscription_id = s.id and (e.created_at >= $2 or r.at >= $2))
                and not exists (select 1 from subscription_change c
                    where c.subscription_id = s.id and c.at >= $2)
                and not exists (select 1 from subscription_grant g
                    where g.subscription_id = s.id and g.at >= $2)
                and not exists (select 1 from subscription_halt h
                    where h.subscription_id = s.id and h.at >= $2) limit $1)
            union all
            (select 'access-of-another-entitlement', s.id::text,
                'owed ' || coalesce((s.traffic_limit_bytes + coalesce(b.traffic_bytes, 0))::text, 'unlimited')
                    || ' bytes for ' || coalesce((s.device_limit + coalesce(b.devices, 0))::text, 'unlimited') || ' devices, wanted '
                    || coalesce(a.traffic_limit_bytes::text, 'unlimited') || ' for '
                    || coalesce(a.device_limit::text, 'unlimited')
             from subscription s join access a on a.id = s.id
             left join subscription_boost b on b.subscription_id = s.id
             left join lateral (select o.traffic_bytes from access_grace o
                where o.access_id = s.id and o.reason = 'limit' and o.closed_at is null limit 1) g on true
             where s.status = 'active'
                and (a.traffic_limit_bytes, a.traffic_reset, a.device_limit, a.resources,
                        case when g.traffic_bytes is null then a.server_groups end)
                    is distinct from (s.traffic_limit_bytes + coalesce(b.traffic_bytes, 0) + coalesce(g.traffic_bytes, 0),
                        s.traffic_reset, s.device_limit + coalesce(b.devices, 0), s.resources,
                        case when g.traffic_bytes is null then s.server_groups end)
                and not exists (select 1 from access_grace o where o.access_id = s.id and (o.begun_at >= $2
                    or o.closed_at >= $2 or (o.reason = 'end' and o.end_at = s.expire_at)))
                and not exists (select 1 from subscription_add_on o
                    where o.subscription_id = s.id and o.updated_at >= $2)
                and not exists (select 1 from subscription_extension e
                    where e.subscription_id = s.id and e.created_at >= $2)
                and not exists (select 1 from subscription_change c
                    where c.subscription_id = s.id and c.at >= $2)
                and not exists (select 1 from subscription_grant g
                    where g.subscription_id = s.id and g.at >= $2)
                and not exists (select 1 from subscription_halt h
                    where h.subscription_id = s.id and h.at >= $2) limit $1)
            union all
            (select 'grace-not-over', s.id::text, 'after ' || g.reason || ' since ' || g.begun_at
                || ', until ' || g.until || '; paid until ' || s.expire_at
             from access_grace g join subscription s on s.id = g.access_id
             left join subscription_boost b on b.subscription_id = s.id
             where g.closed_at is null
                and (g.until < $2 or g.end_at <> s.expire_at or (g.reason = 'limit'
                    and g.owed_traffic_bytes is distinct from s.traffic_limit_bytes + coalesce(b.traffic_bytes, 0)))
                and not exists (select 1 from subscription_add_on o
                    where o.subscription_id = s.id and o.updated_at >= $2)
                and not exists (select 1 from subscription_extension e
                    left join subscription_return r on r.order_id = e.order_id
                    where e.subscription_id = s.id and (e.created_at >= $2 or r.at >= $2))
                and not exists (select 1 from subscription_change c
                    where c.subscription_id = s.id and c.at >= $2)
                and not exists (select 1 from subscription_grant g
                    where g.subscription_id = s.id and g.at >= $2)
                and not exists (select 1 from subscription_halt h
                    where h.subscription_id = s.id and h.at >= $2) limit $1)
            union all
            (select 'access-while-held', s.id::text, 'is ' || s.status || ' since ' || s.held_since
             from subscription s join access a on a.id = s.id
             where s.status in ('paused', 'suspended') and a.enabled and s.held_since < $2 limit $1)
            union all
            (select 'access-parked', id::text, coalesce(last_error, 'no reason was told')
             from access where status = 'parked' limit $1)
            union all
            (select 'access-late', id::text,
                attempts || ' attempts, generation ' || applied_generation || ' of ' || generation
             from access
             where status = 'pending' and busy_since is null and updated_at < $2 - interval '1 hour' limit $1)""";

    private final Pool pool;

    @Inject
    PostgresPaidDays(Pool pool) {
        this.pool = pool;
    }

    @Override
    public Uni<Long> subscriptions() {
        return LongReads.read(pool, COUNT, Tuple.tuple())
                .map(rows -> rows.iterator().next().getLong("total"));
    }

    @Override
    public Uni<List<Difference>> differences(Instant now, Duration grace, int limit) {
        return LongReads.read(
                        pool,
                        DIFFERENCES,
                        Tuple.of(limit, now.minus(grace).atOffset(ZoneOffset.UTC)))
                .map(
                        rows ->
                                StreamSupport.stream(rows.spliterator(), false)
                                        .map(
                                                row ->
                                                        new Difference(
                                                                row.getString("check"),
                                                                row.getString("subject"),
                                                                row.getString("detail")))
                                        .toList());
    }
}
