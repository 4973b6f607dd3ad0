-- What staff set of payment providers while the shop runs. A provider without a row is as it was configured.
create table payment_gateway (
    provider text primary key check (provider ~ '^[a-z0-9_-]{1,32}$'),
    offered boolean not null,
    sort_order integer not null,
    label jsonb not null, -- by language tag
    limits jsonb not null, -- [{"asset": "RUB", "least": 100, "most": 100000}] in smallest units
    countries text[] not null,
    denied_countries text[] not null,
    groups text[] not null,
    in_store_apps boolean not null,
    fields jsonb not null, -- plain values that take the place of configured ones
    version bigint not null check (version > 0),
    updated_at timestamptz not null
);

-- Sealed, one by one, and never read back by anybody.
create table payment_gateway_secret (
    id uuid primary key, -- new with each value: the secret is sealed for it
    provider text not null,
    field text not null,
    sealed text not null,
    updated_at timestamptz not null,
    unique (provider, field)
);
