-- What the customer calls his devices. The devices themselves are the panel's: nothing of them is
-- kept here but an id that is made of the hardware id and cannot be turned back into it.
create table access_device_name (
    access_id uuid not null,
    device_id uuid not null,
    name text not null check (char_length(name) between 1 and 64),
    named_at timestamptz not null,
    primary key (access_id, device_id)
);

-- Removals that customers asked for, to be counted for a day. device_id is null for all at once.
create table access_device_removal (
    id uuid primary key,
    access_id uuid not null,
    device_id uuid,
    asked_at timestamptz not null,
    done boolean not null
);
create index access_device_removal_of on access_device_removal (access_id, asked_at);
create index access_device_removal_old on access_device_removal (asked_at);
