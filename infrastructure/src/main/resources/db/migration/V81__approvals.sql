-- What one member of staff wishes to do and another has to approve.

create table approval (
    id uuid primary key,
    kind text not null,
    subject text not null,
    minor_units bigint not null check (minor_units >= 0),
    asset text not null,
    details jsonb not null,
    asked_by uuid not null,
    asked_at timestamptz not null,
    reason text not null,
    expires_at timestamptz not null,
    state text not null check (state in ('open', 'approved', 'rejected', 'expired')),
    decided_by uuid,
    decided_at timestamptz,
    check ((decided_by is null) = (decided_at is null)),
    check ((decided_by is not null) = (state in ('approved', 'rejected'))),
    check (decided_by <> asked_by)
);
create unique index approval_open_once on approval (kind, subject) where state = 'open';
create index approval_by_age on approval (asked_at, id);
