-- Wishes to fill a wallet: what is paid for them is in the books, so they have no state.
create table top_up (
    id uuid primary key,
    account_id uuid not null,
    -- the customer's key: a request that is repeated after a crash finds its top-up again
    request_key text not null check (length(request_key) between 1 and 300),
    payment_method text not null,
    asset text not null,
    amount_minor bigint not null check (amount_minor > 0),
    created_at timestamptz not null,
    expires_at timestamptz not null check (expires_at > created_at),
    unique (account_id, request_key)
);
