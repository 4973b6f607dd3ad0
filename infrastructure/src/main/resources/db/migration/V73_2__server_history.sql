-- What a finished day of UTC was like; the parts are the whole day. A day of which nothing is known has no row.
create table server_day (
    server_id uuid not null references server (id),
    day date not null,
    up_seconds integer not null,
    down_seconds integer not null,
    maintenance_seconds integer not null,
    unknown_seconds integer not null,
    primary key (day, server_id),
    check (up_seconds + down_seconds + maintenance_seconds + unknown_seconds = 86400),
    check (least(up_seconds, down_seconds, maintenance_seconds, unknown_seconds) >= 0)
);

-- Figures of five minutes, each begun at a multiple of five; kept for days, then only by hour, then by day.
create table server_sample (
    server_id uuid not null references server (id),
    at timestamptz not null,
    users_online bigint, -- null: the panel does not say
    counter_bytes bigint, -- as the panel counts since it began anew
    bytes bigint not null check (bytes >= 0), -- since the sample before
    primary key (server_id, at)
);
create index server_sample_by_time on server_sample (at);

create table server_hour (
    server_id uuid not null references server (id),
    at timestamptz not null,
    bytes bigint not null,
    users_max bigint not null,
    users_sum bigint not null,
    samples integer not null, -- of the users
    primary key (server_id, at)
);
create index server_hour_by_time on server_hour (at);

create table server_date (
    server_id uuid not null references server (id),
    at timestamptz not null, -- the midnight of UTC that it begins with
    bytes bigint not null,
    users_max bigint not null,
    users_sum bigint not null,
    samples integer not null,
    primary key (server_id, at)
);
create index server_date_by_time on server_date (at);

-- The panel's own sums of what customers moved, by day of UTC.
create table server_traffic (
    server_id uuid not null references server (id),
    day date not null,
    bytes bigint not null check (bytes >= 0),
    primary key (server_id, day)
);
create index server_traffic_by_day on server_traffic (day);
