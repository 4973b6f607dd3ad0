package io.cybervpn.infrastructure.provisioning.postgres;

/** Longer statements on the access table. */
final class AccessSql {
    /**
     * Two reads in the order of their indexes: a condition with "or" would read and sort all that
     * is due, anew for each batch.
     */
    static final String DUE =
            """
            with lost as (select %1$s from access
                where panel_id = :panel and lease_until <= :now
                order by lease_until limit :limit for update skip locked),
            due as (select %1$s from access
                where panel_id = :panel and next_attempt_at <= :now and lease_until is null
                order by next_attempt_at limit :limit for update skip locked)
            select %1$s from (select * from lost union all select * from due) taken
            order by coalesce(lease_until, next_attempt_at), id limit :limit"""
                    .formatted(AccessRow.COLUMNS);

    /** A plain persist could not say "taken" without breaking the transaction. */
    static final String ADD =
            """
            insert into access (id, account_id, username, enabled, expire_at, traffic_limit_bytes,
                traffic_reset, device_limit, server_groups, resources, generation, status,
                next_attempt_at, panel_id, created_at, updated_at)
            values (:id, :account, :username, :enabled, :expireAt, :traffic, :reset, :devices,
                :groups, cast(cast(:resources as text) as jsonb), :generation, :status, :due, :panel, :now, :now)
            on conflict (id) do nothing""";

    static final String LOCK_AT =
            """
            select %s from access where panel_id = :panel and id > :after
            order by id limit :limit for update skip locked"""
                    .formatted(AccessRow.COLUMNS);

    private AccessSql() {}
}
