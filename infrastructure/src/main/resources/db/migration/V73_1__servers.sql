-- Where customers connect to. Each server is fed from one node of one panel and outlives it.
create table server (
    id uuid primary key,
    panel text not null,
    node_ref text not null,
    -- what the panel says, as of seen_at
    name text not null,
    address text not null,
    port integer check (port between 1 and 65535), -- null: the panel does not say
    country text check (country ~ '^[A-Z]{2}$'), -- null: the panel does not know
    connected boolean not null,
    disabled boolean not null,
    message text not null default '', -- of the panel, for staff
    groups text[] not null default '{}', -- server groups that lead to it
    users_online bigint check (users_online >= 0),
    load_percent integer check (load_percent between 0 and 100),
    traffic_bytes bigint check (traffic_bytes >= 0), -- a counter that begins anew each month
    versions text not null default '',
    seen_at timestamptz not null,
    -- what staff say
    shown_name text, -- null: the panel's name
    place_in_list integer not null default 0,
    hidden boolean not null default false,
    capacity_users bigint check (capacity_users > 0), -- null: nobody said
    latitude numeric(8, 5) check (latitude between -90 and 90),
    longitude numeric(8, 5) check (longitude between -180 and 180),
    placed_by text check (placed_by in ('staff', 'configuration', 'country')),
    version bigint not null default 1,
    -- how it is
    state text not null check (state in ('online', 'warning', 'offline')),
    reason text not null default '',
    since timestamptz not null,
    looks text not null default '',
    looked_at timestamptz,
    unknown_since timestamptz,
    maintenance_since timestamptz,
    maintenance_message text,
    maintenance_end timestamptz,
    gone_since timestamptz,
    status text not null generated always as (
        case when gone_since is not null then 'offline'
            when maintenance_since is not null then 'maintenance' else state end) stored,
    created_at timestamptz not null,
    unique (panel, node_ref),
    check ((latitude is null) = (longitude is null) and (latitude is null) = (placed_by is null)),
    check ((maintenance_since is null) = (maintenance_message is null)),
    check (maintenance_since is not null or maintenance_end is null)
) with (fillfactor = 80);

create index server_of_panel on server (panel, id);

-- From at on it was so; moments are whole seconds.
create table server_state (
    server_id uuid not null references server (id),
    at timestamptz not null check (date_trunc('second', at) = at),
    state text not null check (state in ('online', 'warning', 'offline', 'unknown', 'maintenance', 'gone')),
    reason text not null default '',
    primary key (server_id, at)
);

-- When a panel last gave an answer about its nodes, and when it last gave none.
create table server_panel (
    panel text primary key,
    answered_at timestamptz,
    failed_at timestamptz,
    error text not null default ''
);
