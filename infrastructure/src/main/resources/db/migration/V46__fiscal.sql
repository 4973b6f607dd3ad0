-- Fiscal receipts: what a tax office is told of money that came and went back.

-- Whose payments get receipts, and since when.
create table fiscal_coverage (
    provider text primary key,
    asset text not null,
    since timestamptz not null,
    seen_at timestamptz not null -- when a running shop said so last
);

create table fiscal_receipt (
    id uuid primary key,
    payment_id uuid not null references payment,
    cause text not null check (cause in ('payment', 'refund', 'refund_undone')),
    about uuid not null, -- the payment, or the refund
    state text not null check (state in
        ('queued', 'sent', 'registered', 'given_up', 'cancelled', 'by_hand')),
    amount_minor bigint not null check (amount_minor > 0),
    asset text not null,
    paid_at timestamptz not null,
    happened_at timestamptz not null,
    created_at timestamptz not null,
    sent_at timestamptz,
    reference text unique, -- at the tax office
    link text,
    reason text,
    closed_at timestamptz,
    look_at timestamptz, -- when to try next; null once nothing is to be done
    attempts integer not null default 0,
    unique (cause, about),
    check ((look_at is not null) = (state in ('queued', 'sent'))),
    check ((closed_at is null) = (state in ('queued', 'sent'))),
    check ((sent_at is not null) = (state = 'sent')),
    check ((reference is not null) = (state = 'registered')),
    check ((reason is not null) = (state in ('given_up', 'cancelled', 'by_hand')))
) with (fillfactor = 80);
create index fiscal_receipt_due on fiscal_receipt (look_at) where look_at is not null;
create index fiscal_receipt_of_payment on fiscal_receipt (payment_id);
create index fiscal_receipt_newest on fiscal_receipt (created_at desc, id);
create index fiscal_receipt_for_staff on fiscal_receipt (created_at desc) where state = 'given_up';
