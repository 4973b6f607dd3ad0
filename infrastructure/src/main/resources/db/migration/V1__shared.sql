-- What every context needs: the outbox, the inbox, idempotency keys.

-- One row per (event, handler), written in the transaction of what happened.
create table outbox (
    id uuid primary key,
    handler text not null,
    event_type text not null,
    payload jsonb not null,
    status text not null default 'pending' check (status in ('pending', 'done', 'parked')),
    attempts integer not null default 0,
    next_attempt_at timestamptz not null,
    last_error text,
    created_at timestamptz not null,
    done_at timestamptz
);
create index outbox_due on outbox (next_attempt_at, id) where status = 'pending';
create index outbox_parked on outbox (id) where status = 'parked';
create index outbox_done on outbox (done_at) where status = 'done';

-- Pushes of others, stored raw before they are acknowledged.
create table inbox (
    id uuid primary key,
    source text not null,
    dedupe_key text not null,
    body text not null,
    status text not null default 'received' check (status in ('received', 'applied', 'ignored', 'flagged')),
    attempts integer not null default 0,
    next_attempt_at timestamptz not null,
    note text,
    received_at timestamptz not null,
    settled_at timestamptz,
    unique (source, dedupe_key)
);
create index inbox_due on inbox (next_attempt_at, id) where status = 'received';
create index inbox_by_source on inbox (source, received_at desc);

-- The first answer to a keyed write.
create table idempotency_key (
    scope text not null,
    key text not null,
    request_hash text not null,
    status integer,
    body text,
    begun_at timestamptz not null,
    completed_at timestamptz,
    primary key (scope, key)
);
create index idempotency_key_age on idempotency_key (begun_at);
