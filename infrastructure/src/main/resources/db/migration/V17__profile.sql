-- What somebody says of himself, and what he agreed to. No row: nothing yet, version 0.
create table account_profile (
    account_id uuid primary key references account (id) on delete cascade,
    display_name text check (length(display_name) between 1 and 200),
    time_zone text check (length(time_zone) between 1 and 64), -- an IANA id
    marketing_opt_in boolean, -- null: never asked
    marketing_at timestamptz,
    marketing_source text, -- through what he said it
    terms_version text check (length(terms_version) between 1 and 50),
    terms_at timestamptz,
    version bigint not null,
    check ((marketing_opt_in is null) = (marketing_at is null)),
    check ((marketing_opt_in is null) = (marketing_source is null)),
    check ((terms_version is null) = (terms_at is null))
);
