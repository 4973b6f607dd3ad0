-- Work that the clock starts, once in the whole cluster.
create table schedule (
    task text primary key,
    rhythm text not null,
    next_at timestamptz not null,
    paused_at timestamptz,
    -- staff wanted it: its run is kept whatever it does
    asked boolean not null default false,
    -- failures and lost instances in a row
    attempts integer not null default 0,
    -- who runs it; all or none
    run_id uuid,
    run_by text,
    run_due_at timestamptz,
    run_started_at timestamptz,
    lease_until timestamptz,
    -- the run before
    last_started_at timestamptz,
    last_ended_at timestamptz,
    last_by text,
    last_outcome text check (last_outcome in ('done', 'failed')),
    last_done bigint,
    last_error text,
    check (num_nonnulls(run_id, run_by, run_due_at, run_started_at, lease_until) in (0, 5))
) with (fillfactor = 50);

-- Runs that did something, failed, were lost, or were asked for.
create table schedule_run (
    id uuid primary key,
    task text not null,
    due_at timestamptz not null,
    started_at timestamptz not null,
    ended_at timestamptz not null,
    run_by text not null,
    attempt integer not null,
    outcome text not null check (outcome in ('done', 'failed', 'lost')),
    done bigint not null,
    error text,
    -- one firing is tried again, never run twice at once
    unique (task, due_at, attempt)
);

create index schedule_run_of on schedule_run (task, started_at desc, id desc);
create index schedule_run_old on schedule_run (ended_at);
