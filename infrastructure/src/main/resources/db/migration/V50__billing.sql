-- Orders: a snapshot of what was offered, its price, and whether it is paid.
create table sales_order (
    id uuid primary key,
    account_id uuid not null,
    -- the buyer's key: a request that is repeated after a crash finds its order again
    request_key text not null check (length(request_key) between 1 and 300),
    status text not null check (status in ('awaiting_payment', 'paid', 'expired')),
    payment_method text not null,
    renews uuid, -- a subscription; null: a new one
    plan_id uuid not null,
    plan_code text not null,
    tier text not null,
    plan_name jsonb not null,
    term_days integer not null check (term_days > 0),
    asset text not null,
    price_minor bigint not null check (price_minor >= 0),
    total_minor bigint not null check (total_minor > 0),
    traffic_limit_bytes bigint check (traffic_limit_bytes > 0), -- null: unlimited
    traffic_reset text not null,
    device_limit bigint check (device_limit > 0), -- null: unlimited
    server_groups text[] not null,
    created_at timestamptz not null,
    expires_at timestamptz not null check (expires_at > created_at),
    payment_id uuid, -- the one payment that settled it
    paid_at timestamptz,
    unique (account_id, request_key),
    check ((status = 'paid') = (paid_at is not null and payment_id is not null))
) with (fillfactor = 90);

create index sales_order_of_account on sales_order (account_id, id desc);
create index sales_order_waiting on sales_order (expires_at) where status = 'awaiting_payment';
