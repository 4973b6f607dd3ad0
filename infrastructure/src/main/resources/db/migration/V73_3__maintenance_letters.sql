-- Who is to be written to about a maintenance, once each; thrown away some days after.
create table maintenance_letter (
    server_id uuid not null references server (id),
    announced_at timestamptz not null,
    account_id uuid not null,
    name text not null,
    message text not null,
    expected_end text not null, -- empty: nobody knows
    lease_until timestamptz, -- a crash between two letters only delays
    attempts integer not null default 0,
    sent_at timestamptz, -- or given up
    primary key (server_id, announced_at, account_id)
);
create index maintenance_letter_due on maintenance_letter (announced_at, account_id) where sent_at is null;
create index maintenance_letter_sent on maintenance_letter (announced_at) where sent_at is not null;
