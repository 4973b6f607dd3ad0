-- What concerns security and is no deed of staff: logins good and bad, refusals, limits. Kept 90 days.
create table security_event (
    id uuid primary key, -- UUIDv7: newest last
    at timestamptz not null, -- of the last one it stands for
    type text not null check (length(type) between 1 and 40),
    account_id uuid, -- no reference: the row outlives the account
    subject text check (length(subject) <= 128), -- keyed hash of what was typed, where no account is
    address text,
    request_id text,
    agent text check (length(agent) <= 200),
    detail text not null check (length(detail) <= 200),
    times int not null check (times > 0)
);
create index security_event_by_age on security_event (at, id);
create index security_event_of_account on security_event (account_id, at, id)
    where account_id is not null;
create index security_event_of_type on security_event (type, at, id);
create index security_event_of_address on security_event (address, at, id)
    where address is not null;

-- Nothing is edited, and nothing young is removed.
create function security_event_kept() returns trigger language plpgsql as $$
begin
    if tg_op = 'DELETE' and old.at < now() - interval '90 days' then
        return old;
    end if;
    raise exception 'security_event is append only' using errcode = 'restrict_violation';
end $$;
create trigger security_event_kept before update or delete on security_event
    for each row execute function security_event_kept();
create trigger security_event_not_emptied before truncate on security_event
    for each statement execute function security_event_kept();
