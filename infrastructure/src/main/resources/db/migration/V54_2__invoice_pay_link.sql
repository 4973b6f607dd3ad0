-- Links by which anybody who has one pays an invoice. Of the token only its hash is kept.
create table invoice_pay_link (
    id uuid primary key,
    invoice_id uuid not null references invoice,
    token_hash text not null unique check (token_hash ~ '^[0-9a-f]{64}$'),
    created_at timestamptz not null,
    expires_at timestamptz not null check (expires_at > created_at),
    revoked_at timestamptz
);
create index invoice_pay_link_of on invoice_pay_link (invoice_id, id desc);
