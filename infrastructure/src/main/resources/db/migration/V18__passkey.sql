-- Keys on devices, the public halves: ways into an account that are two factors at once (WebAuthn).

create table passkey (
    id uuid primary key,
    account_id uuid not null references account (id) on delete cascade,
    credential_id text not null unique check (length(credential_id) between 16 and 1400), -- base64url, of the authenticator
    public_key text not null check (length(public_key) <= 4000), -- attested credential data, base64url
    counter bigint not null check (counter >= 0), -- as told at the newest use; 0: it does not count
    backup_eligible boolean not null,
    backed_up boolean not null,
    name text not null check (length(name) between 1 and 64),
    created_at timestamptz not null,
    last_used_at timestamptz
);
create index passkey_of_account on passkey (account_id, created_at, id);
