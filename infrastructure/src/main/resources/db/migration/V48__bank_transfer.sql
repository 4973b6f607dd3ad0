-- Transfers that staff saw on the shop's account: what the provider "manual" says it took.
create table bank_transfer (
    id uuid primary key,
    reference text not null unique, -- what its money is known by in the books
    invoice text, -- the reference of the payment that it was for
    minor_units bigint not null check (minor_units > 0),
    asset text not null,
    bank_reference text not null unique, -- the bank's own id: recorded once
    arrived_at timestamptz not null,
    recorded_at timestamptz not null check (recorded_at >= arrived_at),
    reason text not null
);
create index bank_transfer_arrived on bank_transfer (arrived_at, id);
create index bank_transfer_latest on bank_transfer (recorded_at desc, id desc);
create index bank_transfer_of_invoice on bank_transfer (invoice) where invoice is not null;

-- Refunds that staff send by hand.
create table bank_return (
    refund_id uuid primary key,
    payment_id uuid not null,
    minor_units bigint not null check (minor_units > 0),
    asset text not null,
    asked_at timestamptz not null,
    state text not null default 'waiting' check (state in ('waiting', 'sent', 'failed')),
    bank_reference text,
    why text,
    said_at timestamptz,
    check ((state = 'waiting') = (said_at is null)),
    check (state <> 'sent' or bank_reference is not null),
    check (state <> 'failed' or why is not null)
);
create index bank_return_waiting on bank_return (asked_at, refund_id) where state = 'waiting';
