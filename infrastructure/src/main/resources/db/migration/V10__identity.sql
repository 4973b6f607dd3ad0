-- Who may log in, and who is logged in.

-- For "part of an e-mail" in the list of staff; trusted, so an ordinary owner may create it.
create extension if not exists pg_trgm;

create table account (
    id uuid primary key,
    email text not null unique, -- canonical: composed, lower case, ASCII domain
    password_hash text not null,
    role text not null check (role in ('customer', 'admin')),
    status text not null check (status in ('active', 'blocked')),
    locale text not null,
    created_at timestamptz not null
);
create index account_by_age on account (created_at, id);
create index account_by_status_and_age on account (status, created_at, id);
create index account_by_part_of_email on account using gin (email gin_trgm_ops);

-- How many accounts there are, by status: counting a hundred thousand rows for each page of the
-- list would cost a hundred times the page. Kept exact by triggers, in the same transaction.
create table account_tally (
    status text primary key,
    accounts bigint not null
) with (fillfactor = 50);

create function tally_accounts() returns trigger language plpgsql as $$
begin
    if tg_op in ('UPDATE', 'DELETE') then
        update account_tally t set accounts = t.accounts - g.n
        from (select status, count(*) as n from gone group by status) g where g.status = t.status;
    end if;
    if tg_op in ('UPDATE', 'INSERT') then
        insert into account_tally (status, accounts)
        select status, count(*) from come group by status order by status
        on conflict (status) do update set accounts = account_tally.accounts + excluded.accounts;
    end if;
    return null;
end $$;

create trigger account_come after insert on account
    referencing new table as come for each statement execute function tally_accounts();
create trigger account_changed after update on account
    referencing old table as gone new table as come
    for each statement execute function tally_accounts();
create trigger account_gone after delete on account
    referencing old table as gone for each statement execute function tally_accounts();

-- A login and the family of refresh tokens that descend from it.
create table session (
    id uuid primary key,
    account_id uuid not null references account (id) on delete cascade,
    started_at timestamptz not null,
    expires_at timestamptz not null, -- of its newest token
    ended_at timestamptz,
    end_reason text check (end_reason in ('logged_out', 'token_reused', 'account_blocked')),
    check ((ended_at is null) = (end_reason is null))
);
create index session_of_account on session (account_id);
create index session_by_expiry on session (expires_at);

create table session_token (
    hash text primary key check (length(hash) = 64), -- SHA-256 in hexadecimal; never the token
    session_id uuid not null references session (id) on delete cascade,
    issued_at timestamptz not null,
    expires_at timestamptz not null,
    used_at timestamptz -- the first use; null: not used yet
);
create index session_token_of_session on session_token (session_id);
create index session_token_by_expiry on session_token (expires_at);
