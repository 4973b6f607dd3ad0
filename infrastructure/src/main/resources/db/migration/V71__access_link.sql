-- The link of ours that VPN clients poll: found by the hash of its token, shown again by the sealed text.
create table access_link (
    access_id uuid primary key references access on delete cascade,
    token_hash text not null unique check (token_hash ~ '^[0-9a-f]{64}$'),
    sealed_token text not null,
    made_at timestamptz not null
);

-- Links whose answer became another, until no cache holds the old one: written with the change itself, whoever
-- makes it, so that no answer outlives what it was made from. '' stands for the link that the access has now.
create sequence link_change_number;
create table link_change (
    access_id uuid not null,
    token_hash text not null default '',
    number bigint not null default nextval('link_change_number'),
    primary key (access_id, token_hash)
);

create function access_changed_its_link() returns trigger language plpgsql as $$
begin
    insert into link_change (access_id) values (new.id)
    on conflict (access_id, token_hash) do update set number = nextval('link_change_number');
    return null;
end $$;

-- Traffic that only grows is told when the answer is made anew; a reset is told at once.
create trigger access_changed_its_link after update on access
    for each row when (old.updated_at is distinct from new.updated_at
        or new.used_traffic_bytes < old.used_traffic_bytes)
    execute function access_changed_its_link();

create function access_link_ended() returns trigger language plpgsql as $$
begin
    insert into link_change (access_id, token_hash) values (old.access_id, old.token_hash)
    on conflict (access_id, token_hash) do update set number = nextval('link_change_number');
    return null;
end $$;

create trigger access_link_replaced after update of token_hash on access_link
    for each row when (old.token_hash <> new.token_hash) execute function access_link_ended();
create trigger access_link_removed after delete on access_link
    for each row execute function access_link_ended();
