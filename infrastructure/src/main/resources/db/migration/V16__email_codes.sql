-- When somebody showed that the address is his own; null: not yet.
alter table account add column email_verified_at timestamptz;

-- Codes by mail; of each kind the newest counts.
create table email_code (
    account_id uuid not null references account (id) on delete cascade,
    purpose text not null check (purpose in ('verify_email', 'reset_password', 'change_email')),
    email text not null, -- where it went
    code_hash text not null check (length(code_hash) = 64), -- SHA-256 in hexadecimal; never the code
    tries_left int not null check (tries_left >= 0),
    expires_at timestamptz not null,
    primary key (account_id, purpose)
);
