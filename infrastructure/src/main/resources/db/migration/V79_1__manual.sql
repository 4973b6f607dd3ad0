-- Fulfilment by hand (R142): what staff are asked, and what they said is done.

-- A panel that is kept by hand has no address.
alter table panel drop constraint panel_check;
alter table panel add constraint panel_address_known
    check (address is not null or kind = 'manual' or id = '00000000-0000-7000-8000-000000000001');

-- What there is of an access on a panel, as staff said last.
create table manual_service (
    panel_id uuid not null references panel (id),
    access_id uuid not null,
    id uuid not null unique, -- the secret is sealed for it
    presence text not null check (presence in ('absent', 'running', 'stopped')),
    since timestamptz not null,
    made jsonb, -- the wish as which staff made it; null: there is nothing
    agreed jsonb, -- the last wish for which nothing was left to do
    leaving boolean not null, -- to be taken away: the access lives elsewhere
    handover_text text not null,
    handover_login text not null,
    handover_address text not null,
    sealed text, -- the secret part of the handover
    refusal jsonb, -- what staff said cannot be done
    primary key (panel_id, access_id)
);
create index manual_service_of_access on manual_service (access_id);
create index manual_service_stopped on manual_service (access_id, since) where presence = 'stopped';

create table staff_task (
    id uuid primary key, -- version 7: the order in which they were opened
    panel_id uuid not null references panel (id),
    access_id uuid not null,
    kind text not null check (kind in ('create', 'change', 'suspend', 'resume', 'remove')),
    wish jsonb not null,
    version bigint not null check (version > 0),
    state text not null check (state in ('open', 'done', 'rejected', 'withdrawn')),
    opened_at timestamptz not null,
    assignee uuid, -- an account of staff
    closed_at timestamptz,
    closed_by uuid, -- null: the shop itself, or an API key
    reason text not null, -- why it cannot be done
    check ((state = 'open') = (closed_at is null))
);
create unique index staff_task_open on staff_task (panel_id, access_id) where state = 'open';
create index staff_task_waiting on staff_task (opened_at) where state = 'open';
create index staff_task_in_state on staff_task (state, id);
create index staff_task_of_access on staff_task (access_id);
create index staff_task_of_assignee on staff_task (assignee, id) where assignee is not null;
