-- What panels count beside the traffic of the period, where they do.
alter table access
    add column lifetime_traffic_bytes bigint check (lifetime_traffic_bytes >= 0),
    add column traffic_reset_at timestamptz;

-- Our own count of what each access has used: it outlives resets, panels and their statistics.
create table traffic_meter (
    access_id uuid primary key,
    -- the reading that was counted last
    used_bytes bigint not null check (used_bytes >= 0),
    lifetime_bytes bigint check (lifetime_bytes >= 0),
    reset_at timestamptz,
    -- what was counted in all
    total_bytes bigint not null check (total_bytes >= 0),
    period integer not null check (period > 0),
    period_since timestamptz not null,
    -- of which part of which limit (null: unlimited) the customer was told in this period
    told_limit_bytes bigint check (told_limit_bytes > 0),
    told_percent integer not null check (told_percent between 0 and 100),
    updated_at timestamptz not null
) with (fillfactor = 80);

create table traffic_day (
    access_id uuid not null,
    day date not null, -- of UTC
    bytes bigint not null check (bytes >= 0),
    primary key (access_id, day)
) with (fillfactor = 80);
create index traffic_day_old on traffic_day (day);

-- One row: whoever counts holds it.
create table traffic_turn (
    id integer primary key check (id = 1)
);
insert into traffic_turn (id) values (1);
