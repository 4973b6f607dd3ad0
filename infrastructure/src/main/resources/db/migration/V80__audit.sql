-- The audit trail: what staff did and what concerns security, written in the transaction of the deed.
create table audit_entry (
    id uuid primary key, -- UUIDv7: newest last
    at timestamptz not null,
    actor_kind text not null check (length(actor_kind) between 1 and 40),
    actor_id uuid, -- no reference: the row outlives the account
    action text not null check (length(action) between 3 and 100),
    object_type text not null check (length(object_type) between 1 and 100),
    object_id text not null check (length(object_id) <= 200),
    changes jsonb not null, -- field: [before, after]
    reason text,
    address text,
    request_id text,
    content_hash text not null check (length(content_hash) = 64) -- SHA-256 over all of the above
);
create index audit_entry_by_age on audit_entry (at, id);
create index audit_entry_of_actor on audit_entry (actor_id, at, id);
create index audit_entry_of_object on audit_entry (object_type, object_id, at, id);
create index audit_entry_of_action on audit_entry (action, at, id);

-- The chain: each row's hash covers the one before. Whoever changes or removes a row must make all
-- later ones anew, and then they do not fit the signed heads.
create table audit_link (
    position bigint primary key, -- without gaps
    entry_id uuid not null unique,
    hash text not null check (length(hash) = 64)
);

-- Signed heads: the key is not in the database. They are told outside too.
create table audit_head (
    position bigint primary key,
    hash text not null check (length(hash) = 64),
    signed_at timestamptz not null,
    key_id text not null,
    signature text not null
);

-- Runs when the transaction commits, as the last thing it does: so writers wait for each other only
-- while one of them commits, never while it works, and the wait can be part of no deadlock.
create function audit_chain() returns trigger language plpgsql as $$
declare
    before_position bigint := 0;
    before_hash text := repeat('0', 64);
    last record;
begin
    perform pg_advisory_xact_lock(80, 1);
    select position, hash into last from audit_link order by position desc limit 1;
    if found then
        before_position := last.position;
        before_hash := last.hash;
    end if;
    insert into audit_link (position, entry_id, hash)
    values (before_position + 1, new.id, encode(sha256(convert_to(
        before_hash || ':' || (before_position + 1) || ':' || new.content_hash, 'UTF8')), 'hex'));
    return null;
end $$;
create constraint trigger audit_chained after insert on audit_entry
    deferrable initially deferred for each row execute function audit_chain();

create function audit_append_only() returns trigger language plpgsql as $$
begin
    raise exception '% is append only', tg_table_name using errcode = 'restrict_violation';
end $$;
create trigger audit_entry_append_only before update or delete or truncate on audit_entry
    for each statement execute function audit_append_only();
create trigger audit_link_append_only before update or delete or truncate on audit_link
    for each statement execute function audit_append_only();
create trigger audit_head_append_only before update or delete or truncate on audit_head
    for each statement execute function audit_append_only();

-- The shop's role, which runs this, loses the right as well; the triggers hold a superuser too.
revoke update, delete, truncate on audit_entry, audit_link, audit_head from current_user;
