-- The panels that accesses are brought to. The one of the configuration is always there: its address and what is not
-- set of its secrets stand in the configuration.
create table panel (
    id uuid primary key,
    name text not null unique,
    kind text not null,
    address text,
    region text not null,
    weight integer not null check (weight between 1 and 1000),
    users_max bigint check (users_max > 0), -- null: unlimited
    groups jsonb not null, -- server groups of plans with what each is there; {}: whatever a plan names
    state text not null check (state in ('active', 'draining', 'off')),
    calls_per_second integer not null check (calls_per_second between 1 and 1000),
    version bigint not null check (version > 0),
    updated_at timestamptz not null,
    check (address is not null or id = '00000000-0000-7000-8000-000000000001')
);
insert into panel (id, name, kind, region, weight, groups, state, calls_per_second, version, updated_at)
values ('00000000-0000-7000-8000-000000000001', 'configured', 'remnawave', '', 100, '{}', 'active', 1000, 1, now());

-- Sealed, one by one, and never read back by anybody.
create table panel_secret (
    id uuid primary key, -- new with each value: the secret is sealed for it
    panel_id uuid not null references panel (id),
    field text not null,
    sealed text not null,
    updated_at timestamptz not null,
    unique (panel_id, field)
);

-- The default is for instances of the version before, which go on while this one starts.
alter table access
    -- where it is wanted
    add column panel_id uuid not null default '00000000-0000-7000-8000-000000000001' references panel (id),
    -- where the user was seen last; null: where it is wanted
    add column seen_panel_id uuid references panel (id);

-- The queue is taken panel by panel.
drop index access_due;
drop index access_leased;
create index access_due on access (panel_id, next_attempt_at) where next_attempt_at is not null;
create index access_leased on access (panel_id, lease_until) where lease_until is not null;
create index access_of_panel on access (panel_id);

-- Which instance sweeps a panel, and when the last sweep of it began.
drop table panel_sweep;
create table panel_sweep (
    panel_id uuid primary key references panel (id),
    started_at timestamptz not null
);
