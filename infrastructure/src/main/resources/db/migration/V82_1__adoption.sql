-- Users whom a panel had before the shop: each of them is the user of one access, under the name that he has there.
create table panel_adoption (
    panel_id uuid not null references panel (id),
    username text not null,
    access_id uuid not null unique,
    adopted_at timestamptz not null,
    primary key (panel_id, username)
);
create index panel_adoption_named on panel_adoption (username);

-- What is left of time that another shop sold; "for ever" is the year 2099.
alter table subscription_grant drop constraint subscription_grant_kind_check;
alter table subscription_grant add constraint subscription_grant_kind_check
    check (kind in ('staff', 'trial', 'adopted'));
alter table subscription_grant drop constraint subscription_grant_days_check;
alter table subscription_grant add constraint subscription_grant_days_check
    check (days <> 0 and (days between -3650 and 3650 or kind = 'adopted' and days between 1 and 36500));

-- People who come from elsewhere, row by row: users of a panel, or lines of a file.
create table import_job (
    id uuid primary key,
    staff_id uuid not null, -- who asked
    key text not null unique check (length(key) between 1 and 400),
    source text not null, -- panel, or the kind of shop that a file is of
    panel_id uuid references panel (id),
    plan_id uuid,
    account_id uuid, -- whose the one row is, if staff said so
    locale text not null, -- of people who are new
    reason text not null,
    state text not null check (state in ('running', 'done', 'cancelled')),
    total integer not null,
    created_at timestamptz not null,
    ended_at timestamptz
);
create index import_job_running on import_job (id) where state = 'running';

create table import_row (
    job_id uuid not null references import_job,
    position integer not null,
    name text, -- at the panel; null for a line without, and once its owner was erased
    data jsonb, -- of a line of a file; null once it came to something
    state text not null check (state in ('waiting', 'done', 'refused', 'failed', 'cancelled')),
    detail text not null, -- the code of a refusal
    account_id uuid,
    subscription_id uuid,
    attempts integer not null default 0,
    not_before timestamptz,
    at timestamptz,
    primary key (job_id, position)
) with (fillfactor = 80);
create index import_row_waiting on import_row (job_id, position) where state = 'waiting';
create index import_row_of_account on import_row (account_id) where account_id is not null;
