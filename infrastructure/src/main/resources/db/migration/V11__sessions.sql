-- What the owner of a session sees of it, when its second factor was shown, and why sessions end.

alter table session
    add column device text not null default '' check (length(device) <= 200),
    add column address text not null default '' check (length(address) <= 45),
    add column last_used_at timestamptz, -- login or newest renewal
    add column proven_at timestamptz; -- second factor; null: never shown in this session
update session set last_used_at = started_at;
alter table session alter column last_used_at set not null;

alter table session drop constraint session_end_reason_check;
alter table session add constraint session_end_reason_check check (end_reason in (
    'logged_out', 'token_reused', 'account_blocked', 'revoked', 'password_changed',
    'account_deleted'));

-- What was ended within a quarter of an hour, for the list of the denied when Valkey lost it.
create index session_by_end on session (ended_at) where ended_at is not null;
