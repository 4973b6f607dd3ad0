-- Accounts end for good: erased, or merged into another of the same person. The row stays, since
-- the money history names its id.
alter table account drop constraint account_status_check;
alter table account
    add column merged_into uuid references account (id),
    add column ended_at timestamptz;
alter table account add constraint account_status_check
    check (status in ('active', 'blocked', 'erased', 'merged'));
alter table account add constraint account_ended_check check (
    (status in ('erased', 'merged')) = (ended_at is not null)
    and (status = 'merged') = (merged_into is not null)
    and (ended_at is null or (email is null and password_hash is null)));
create index account_merged_into on account (merged_into) where merged_into is not null;

-- Who has no right to a trial any more: HMAC-SHA-256 of a normalised identifier, under a key that is
-- not in the database. No reference: it outlives the account.
create table trial_marker (
    hash text primary key check (length(hash) = 64),
    key_id text not null,
    at timestamptz not null
);
create index trial_marker_by_key on trial_marker (key_id);
