-- Keys of programs: the bot, a worker, an integration. Of a secret the hash alone is here.
create table api_key (
    id uuid primary key, -- part of the key, no secret
    name text not null check (length(name) between 1 and 100),
    scopes text[] not null, -- such as users:read; what the program does not know allows nothing
    networks text[] not null, -- CIDR; none: from anywhere
    expires_at timestamptz, -- null: never
    secret_hash text not null check (length(secret_hash) = 64), -- SHA-256 in hexadecimal
    old_secret_hash text check (length(old_secret_hash) = 64), -- of before a rotation
    old_secret_until timestamptz,
    created_by uuid references account (id) on delete set null,
    created_at timestamptz not null,
    revoked_at timestamptz,
    version bigint not null,
    last_used_at timestamptz, -- to about a minute
    last_used_address text check (length(last_used_address) <= 45),
    check ((old_secret_hash is null) = (old_secret_until is null))
);
