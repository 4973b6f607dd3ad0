-- Who is served with what, and until when. The plan's terms are the snapshot of the latest purchase.
create table subscription (
    id uuid primary key,
    account_id uuid not null,
    status text not null check (status in ('active', 'expired')),
    plan_id uuid not null,
    plan_name jsonb not null,
    traffic_limit_bytes bigint check (traffic_limit_bytes > 0), -- null: unlimited
    traffic_reset text not null,
    device_limit bigint check (device_limit > 0), -- null: unlimited
    server_groups text[] not null,
    started_at timestamptz not null,
    expire_at timestamptz not null
) with (fillfactor = 90);

create index subscription_of_account on subscription (account_id, id desc);
create index subscription_due on subscription (expire_at) where status = 'active';

-- Each stretch of paid time, append only. One order gives time once: the unique key is what makes
-- a repeated event harmless. The end of a subscription is the fold of these rows.
create table subscription_extension (
    order_id uuid primary key,
    -- checked at commit: the row is the claim, and comes before the subscription that it opens
    subscription_id uuid not null references subscription deferrable initially deferred,
    days integer not null check (days between 1 and 3650),
    paid_at timestamptz not null,
    from_at timestamptz not null check (from_at >= paid_at),
    to_at timestamptz not null check (to_at = from_at + days * interval '24 hours'),
    created_at timestamptz not null
);

create index subscription_extension_of on subscription_extension (subscription_id, from_at);
