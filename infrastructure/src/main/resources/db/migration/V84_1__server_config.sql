-- How panels configured servers, each change as a version. Nothing in it is secret.
create table server_config (
    server_id uuid not null references server (id),
    number integer not null check (number > 0),
    hash text not null check (hash ~ '^[0-9a-f]{64}$'),
    first_seen_at timestamptz not null,
    last_seen_at timestamptz not null check (last_seen_at >= first_seen_at),
    content jsonb not null,
    primary key (server_id, number)
) with (fillfactor = 80);
