-- Not everybody gives an e-mail or a password: others may say who somebody is.
alter table account alter column email drop not null;
alter table account alter column password_hash drop not null;

-- Who somebody is elsewhere, and so may come in here.
create table account_identity (
    id uuid primary key,
    account_id uuid not null references account (id) on delete cascade,
    provider text not null check (provider ~ '^[a-z0-9_-]{1,32}$'),
    subject text not null check (length(subject) between 1 and 255),
    shown_as text check (length(shown_as) <= 256), -- what he calls himself there; show it, never trust it
    linked_at timestamptz not null,
    unique (provider, subject),
    unique (account_id, provider)
);

-- A browser that waits for the bot to say who sits before it.
create table deep_link_login (
    code_hash text primary key check (length(code_hash) = 64), -- SHA-256 in hexadecimal; never the code
    secret_hash text not null check (length(secret_hash) = 64), -- of what only that browser holds
    expires_at timestamptz not null,
    account_id uuid references account (id) on delete cascade -- null: nobody has confirmed it yet
);
create index deep_link_login_by_expiry on deep_link_login (expires_at);
