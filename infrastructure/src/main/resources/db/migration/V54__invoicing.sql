-- Invoices and credit notes. What is printed on a finalised one is kept as it was, as JSON in text:
-- it is never searched and never changed.
create table invoice (
    id uuid primary key,
    account_id uuid not null,
    order_id uuid unique, -- null: staff wrote it
    written_by uuid,
    request_key text check (length(request_key) between 1 and 300),
    status text not null check (status in ('draft', 'open', 'paid', 'void', 'uncollectible')),
    asset text not null,
    net_minor bigint not null check (net_minor >= 0),
    tax_minor bigint not null check (tax_minor >= 0),
    total_minor bigint not null check (total_minor > 0 and total_minor = net_minor + tax_minor),
    buyer text not null,
    lines text not null,
    note text not null check (length(note) <= 1000),
    version integer not null check (version >= 0),
    created_at timestamptz not null,
    -- what finalising gives
    series text,
    sequence bigint check (sequence > 0),
    number text unique,
    seller text,
    issued_at timestamptz,
    due_at timestamptz,
    -- how it ended
    paid_at timestamptz,
    payment_id uuid, -- null: an order was paid, which knows its own
    closed_at timestamptz,
    close_reason text,
    unique (written_by, request_key),
    unique (series, sequence),
    check ((order_id is null) = (written_by is not null)),
    check ((written_by is null) = (request_key is null)),
    check ((status = 'draft') = (number is null)),
    check ((number is null) = (series is null) and (number is null) = (sequence is null)
        and (number is null) = (seller is null) and (number is null) = (issued_at is null)
        and (number is null) = (due_at is null)),
    check ((status = 'paid') = (paid_at is not null)),
    check (payment_id is null or status = 'paid'),
    check ((status in ('void', 'uncollectible')) = (closed_at is not null)),
    check ((closed_at is null) = (close_reason is null))
) with (fillfactor = 90);
create index invoice_of_account on invoice (account_id, id desc);
create index invoice_by_status on invoice (status, id desc);
create index invoice_issued on invoice (issued_at);

-- A finalised document keeps what is printed on it, whatever a program does.
create function invoice_stays() returns trigger language plpgsql as $$
begin
    if old.number is not null and (new.number, new.series, new.sequence, new.asset, new.net_minor, new.tax_minor,
            new.total_minor, new.buyer, new.seller, new.lines, new.note, new.issued_at, new.due_at)
        is distinct from (old.number, old.series, old.sequence, old.asset, old.net_minor, old.tax_minor,
            old.total_minor, old.buyer, old.seller, old.lines, old.note, old.issued_at, old.due_at) then
        raise exception 'invoice % is finalised', old.number using errcode = 'restrict_violation';
    end if;
    return new;
end $$;
create trigger invoice_stays before update on invoice for each row execute function invoice_stays();

create function invoice_numbered_stays() returns trigger language plpgsql as $$
begin
    if old.number is not null then
        raise exception 'document % has a number and is kept', old.number using errcode = 'restrict_violation';
    end if;
    return old;
end $$;
create trigger invoice_numbered_stays before delete on invoice
    for each row execute function invoice_numbered_stays();

create table credit_note (
    id uuid primary key,
    invoice_id uuid not null references invoice,
    refund_id uuid not null unique,
    series text not null,
    sequence bigint not null check (sequence > 0),
    number text not null unique,
    reason text not null,
    asset text not null,
    tax_minor bigint not null check (tax_minor >= 0),
    total_minor bigint not null check (total_minor > 0 and total_minor >= tax_minor),
    lines text not null,
    issued_at timestamptz not null,
    cancelled_at timestamptz, -- the refund was not true after all
    unique (series, sequence)
);
create index credit_note_of_invoice on credit_note (invoice_id, id);
create trigger credit_note_stays before delete on credit_note
    for each row execute function invoice_numbered_stays();

-- Numbers without gaps: a row is held from the taking of a number until its transaction ends.
create table document_series (
    series text primary key,
    last bigint not null check (last > 0)
);
create table document_series_rule (
    kind text primary key check (kind in ('invoice', 'credit_note')),
    prefix text not null check (prefix ~ '^[A-Z0-9][A-Z0-9-]{0,19}$'),
    yearly boolean not null,
    digits integer not null check (digits between 1 and 12)
);
insert into document_series_rule (kind, prefix, yearly, digits)
values ('invoice', 'INV', true, 6), ('credit_note', 'CN', true, 6);

create table tax_rate (
    id uuid primary key,
    country text not null check (country ~ '^[A-Z]{2}$'),
    code text not null check (length(code) between 1 and 20),
    name text not null check (length(name) between 1 and 100),
    basis_points integer not null check (basis_points between 1 and 10000),
    inclusive boolean not null,
    valid_from date not null,
    valid_to date check (valid_to > valid_from), -- the first day on which it is over
    unique (country, code, valid_from)
);

-- Us (owner null), and what customers want on their invoices.
create table invoice_party (
    owner uuid unique,
    name text not null check (length(name) <= 200),
    email text not null check (length(email) <= 400),
    address text not null check (length(address) <= 500),
    tax_id text not null check (length(tax_id) <= 50),
    country text not null check (country ~ '^([A-Z]{2})?$')
);
create unique index invoice_party_seller on invoice_party ((true)) where owner is null;

-- Orders that were paid up to here have no invoice.
create table invoicing_start (at timestamptz not null);
insert into invoicing_start select coalesce(max(paid_at), '-infinity') from sales_order;

-- The tax account, beside those that are there already.
do $$
declare
    known text;
begin
    select pg_get_constraintdef(oid) into known from pg_constraint
    where conrelid = 'ledger_posting'::regclass and conname = 'ledger_posting_account_type_check';
    if known is null or known not like '%ARRAY[%' then
        raise exception 'the check of ledger accounts is not as it was: %', known;
    end if;
    execute 'alter table ledger_posting drop constraint ledger_posting_account_type_check';
    execute 'alter table ledger_posting add constraint ledger_posting_account_type_check '
        || replace(known, 'ARRAY[', 'ARRAY[''tax_payable''::text, ');
end $$;
