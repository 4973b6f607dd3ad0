-- One attempt to get paid through one provider. No foreign keys across contexts.
create table payment (
    id uuid primary key,
    subject uuid not null, -- what is paid for, such as an order
    payer uuid not null,
    provider text not null,
    state text not null check (state in
        ('created', 'unknown', 'pending', 'captured', 'flagged', 'expired', 'failed')),
    amount_minor bigint not null check (amount_minor > 0),
    asset text not null,
    description text not null,
    subscription_days integer not null check (subscription_days >= 0),
    created_at timestamptz not null,
    expires_at timestamptz not null check (expires_at > created_at),
    -- when to ask the provider next; null once nothing is open
    look_at timestamptz,
    provider_reference text,
    pay_url text,
    mini_app_url text,
    received_minor bigint check (received_minor > 0),
    received_asset text,
    received_text text, -- what came, where it cannot be counted
    paid_at timestamptz,
    closed_at timestamptz,
    reason text,
    check ((look_at is not null) = (state in ('created', 'unknown', 'pending'))),
    check ((closed_at is null) = (state in ('created', 'unknown', 'pending'))),
    check (state <> 'pending' or (provider_reference is not null and pay_url is not null)),
    check (state <> 'captured' or (received_minor >= amount_minor and received_asset = asset)),
    check ((state in ('captured', 'flagged'))
        = (paid_at is not null and provider_reference is not null
           and ((received_minor is null) <> (received_text is null)))),
    check ((received_minor is null) = (received_asset is null)),
    check ((state in ('flagged', 'failed')) = (reason is not null)),
    -- one invoice of a provider belongs to one payment of ours
    unique (provider, provider_reference)
) with (fillfactor = 80);

create index payment_of_subject on payment (subject, id);
create index payment_of_payer on payment (payer, id);
create index payment_due on payment (look_at) where look_at is not null;
-- what staff look for; payments in good order are the bulk and stay out
create index payment_in_state on payment (state, id) where state not in ('captured', 'expired');
