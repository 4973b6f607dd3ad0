-- That a payer agreed that his provider takes the same each period by itself, and how it stands there.
create table payment_mandate (
    payment_id uuid primary key references payment deferrable initially deferred, -- the first one
    subject uuid not null, -- what that one paid for, such as an order
    payer uuid not null,
    provider text not null,
    amount_minor bigint not null check (amount_minor > 0),
    asset text not null,
    period_days integer not null check (period_days > 0),
    text_version text not null, -- of the words that he agreed to
    agreed_at timestamptz not null,
    state text not null check (state in ('offered', 'running', 'cancelled', 'failed')),
    paid_until timestamptz,
    ended_at timestamptz,
    to_tell text check (to_tell in ('cancel', 'allow')), -- what the provider was not told yet
    heard_number bigint, -- of the provider's latest word, as it counts them
    heard_at timestamptz,
    look_at timestamptz, -- when to tell or to ask the provider; null: never
    check ((state = 'offered') = (paid_until is null)),
    check ((state in ('cancelled', 'failed')) = (ended_at is not null)),
    check ((heard_number is null) = (heard_at is null)),
    check (to_tell is null or look_at is not null),
    check (state <> 'running' or look_at is not null)
) with (fillfactor = 80);
create index payment_mandate_of_subject on payment_mandate (subject);
create index payment_mandate_of_payer on payment_mandate (payer);
create index payment_mandate_due on payment_mandate (look_at) where look_at is not null;

-- Which payments a provider made by itself; each is known once by the provider's id of it.
create table payment_mandate_charge (
    payment_id uuid primary key references payment deferrable initially deferred,
    mandate uuid not null references payment_mandate,
    at timestamptz not null
);
create index payment_mandate_charge_of on payment_mandate_charge (mandate);
