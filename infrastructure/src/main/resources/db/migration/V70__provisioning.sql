-- What each subscription should have on the VPN panel, and how far the panel follows.
-- The id is the subscription's. No foreign keys across contexts: the event may be older or newer.
create table access (
    id uuid primary key,
    account_id uuid not null,
    username text not null unique,
    -- the desired state
    enabled boolean not null,
    expire_at timestamptz not null,
    traffic_limit_bytes bigint check (traffic_limit_bytes > 0), -- null: unlimited
    traffic_reset text not null,
    device_limit bigint check (device_limit > 0), -- null: unlimited
    server_groups text[] not null,
    generation bigint not null check (generation > 0),
    -- how far the panel follows
    applied_generation bigint not null default 0,
    status text not null check (status in ('pending', 'ready', 'parked')),
    panel_ref text,
    short_uuid text,
    subscription_url text,
    used_traffic_bytes bigint check (used_traffic_bytes >= 0),
    -- the work queue: due when next_attempt_at has come or a lease has run out
    attempts integer not null default 0,
    next_attempt_at timestamptz,
    lease_until timestamptz,
    last_error text,
    -- set by the sweep; not indexed, so that a sweep stays a heap-only update
    seen_at timestamptz,
    created_at timestamptz not null,
    updated_at timestamptz not null,
    check (applied_generation <= generation),
    check (status <> 'ready' or (applied_generation = generation and subscription_url is not null))
) with (fillfactor = 80);

create index access_due on access (next_attempt_at) where next_attempt_at is not null;
create index access_leased on access (lease_until) where lease_until is not null;
create index access_parked on access (updated_at) where status = 'parked';
create index access_of_account on access (account_id);

-- One row: which instance sweeps, and when the last sweep began.
create table panel_sweep (
    id integer primary key check (id = 1),
    started_at timestamptz not null
);
insert into panel_sweep (id, started_at) values (1, '1970-01-01T00:00:00Z');
