-- What staff do with many subscriptions at once, row by row.
create table bulk_job (
    id uuid primary key,
    staff_id uuid not null, -- who asked
    key text not null unique check (length(key) between 1 and 400),
    action text not null check (action in
        ('extend', 'suspend', 'unsuspend', 'terminate', 'grant', 'reset_trial')),
    days integer,
    time_runs boolean,
    plan_id uuid,
    reason text not null,
    state text not null check (state in ('running', 'done', 'cancelled')),
    total integer not null,
    created_at timestamptz not null,
    ended_at timestamptz
);
create index bulk_job_running on bulk_job (id) where state = 'running';

create table bulk_job_row (
    job_id uuid not null references bulk_job,
    position integer not null,
    subject uuid not null, -- the subscription, or the customer
    state text not null check (state in ('waiting', 'done', 'refused', 'failed', 'cancelled')),
    detail text not null, -- the code of a refusal
    attempts integer not null default 0,
    not_before timestamptz,
    at timestamptz,
    primary key (job_id, position)
) with (fillfactor = 80);
create index bulk_job_row_waiting on bulk_job_row (job_id, position) where state = 'waiting';
