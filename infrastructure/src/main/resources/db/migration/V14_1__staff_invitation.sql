-- Secrets that make whoever shows one a member of staff, once.
create table staff_invitation (
    token_hash text primary key check (length(token_hash) = 64), -- SHA-256; never the secret
    email text, -- null: for the first super_admin, who names his own
    roles text[] not null,
    invited_by uuid references account (id) on delete cascade, -- null: the shop itself
    created_at timestamptz not null
);
create unique index staff_invitation_of_email on staff_invitation (coalesce(email, ''));
