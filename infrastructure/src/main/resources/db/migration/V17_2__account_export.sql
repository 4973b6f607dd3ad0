-- Copies of what the shop knows of somebody, for him alone; thrown away after a week.
create table account_export (
    id uuid primary key,
    account_id uuid not null references account (id) on delete cascade,
    asked_at timestamptz not null,
    ready_at timestamptz, -- null: being put together
    expires_at timestamptz,
    size_bytes bigint check (size_bytes > 0),
    check ((ready_at is null) = (expires_at is null) and (ready_at is null) = (size_bytes is null))
);
create index account_export_of_account on account_export (account_id);
create index account_export_by_age on account_export (asked_at);

create table account_export_piece (
    id uuid primary key,
    export_id uuid not null references account_export (id) on delete cascade,
    number integer not null check (number >= 0),
    sealed text not null, -- under a key that is not in the database
    unique (export_id, number)
);
