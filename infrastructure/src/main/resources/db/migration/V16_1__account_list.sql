-- The list of accounts at a million of them: each filter finds an index in the list's own order.

-- A text too short for the index of parts is the beginning of an e-mail.
create index account_by_start_of_email on account (email text_pattern_ops);

-- Each account is in one of these two.
create index account_verified_by_age on account (created_at, id) where email_verified_at is not null;
create index account_unverified_by_age on account (created_at, id) where email_verified_at is null;
