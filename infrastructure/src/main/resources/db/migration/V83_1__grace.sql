-- What is given in the grace instead of all of the plan, and after traffic was used up.
alter table dunning_policy
    add column grace_traffic_bytes bigint check (grace_traffic_bytes between 1048576 and 1099511627776),
    add column grace_server_groups text[],
    add column grace_after_end boolean,
    add column grace_after_limit_hours integer check (grace_after_limit_hours between 0 and 720),
    add constraint dunning_policy_grace_whole check (
        num_nulls(grace_traffic_bytes, grace_server_groups, grace_after_end, grace_after_limit_hours) in (0, 4)),
    add constraint dunning_policy_grace_given check (
        grace_after_end is null or grace_after_end or grace_after_limit_hours > 0);

-- Who is or was served in grace: one row at most for each end and for each period of traffic.
create table access_grace (
    access_id uuid not null,
    reason text not null check (reason in ('end', 'limit')),
    -- what it is given once for: the end in microseconds of 1970, or the number of the period
    occasion bigint not null,
    end_at timestamptz not null,
    period integer not null check (period > 0),
    begun_at timestamptz not null,
    until timestamptz not null,
    traffic_bytes bigint not null check (traffic_bytes > 0),
    server_groups text[] not null,
    base_bytes bigint not null check (base_bytes >= 0),
    owed_traffic_bytes bigint check (owed_traffic_bytes > 0), -- null: unlimited
    closed_at timestamptz,
    primary key (access_id, reason, occasion)
) with (fillfactor = 80);
create index access_grace_open on access_grace (access_id) where closed_at is null;
