-- The daily proof: wishes for one, and signed reports.
create table proof (
    id uuid primary key, -- UUIDv7: newest last
    cause text not null check (cause in ('nightly', 'staff', 'shell')),
    night date unique, -- one a night, however many instances ask
    asked_by uuid, -- no reference: the row outlives the account
    asked_at timestamptz not null,
    status text not null check (status in ('waiting', 'running', 'done')),
    lease_until timestamptz,
    step text, -- what is being compared
    verdict text check (verdict in ('proven', 'differences', 'incomplete')),
    findings integer check (findings >= 0),
    body text, -- the report as it was signed
    signature text,
    ended_at timestamptz,
    check ((cause = 'nightly') = (night is not null)),
    check ((status = 'running') = (lease_until is not null)),
    check ((status = 'done') = (verdict is not null and findings is not null and body is not null
        and signature is not null and ended_at is not null))
);
-- One at a time.
create unique index proof_open on proof ((true)) where status <> 'done';

create function proof_report_stays() returns trigger language plpgsql as $$
begin
    raise exception 'a report is not changed: make another proof' using errcode = 'restrict_violation';
end $$;
create trigger proof_report_stays before update on proof
    for each row when (old.status = 'done') execute function proof_report_stays();
