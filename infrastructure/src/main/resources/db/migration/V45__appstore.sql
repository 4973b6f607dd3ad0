-- What is bought in app stores, as RevenueCat tells of it.

-- Which product of a store stands for which plan; staff keep it.
create table store_product (
    store text not null check (store ~ '^[a-z_]{1,32}$'),
    product text not null check (length(product) between 1 and 200),
    plan_id uuid not null references plan on delete restrict,
    days integer check (days between 1 and 3650), -- of what has no end of its own
    updated_at timestamptz not null,
    primary key (store, product)
);
create index store_product_of_plan on store_product (plan_id);

-- Whom the store's side knows, and who has to be read there.
create table store_customer (
    app_user_id text primary key check (length(app_user_id) between 1 and 200),
    account_id uuid not null,
    asked_at timestamptz not null,
    look_at timestamptz, -- null: when asked
    attempts integer not null default 0,
    read_at timestamptz, -- by the other side's clock
    leaving boolean not null default false,
    unmapped boolean not null default false
) with (fillfactor = 80);
create index store_customer_due on store_customer (look_at) where look_at is not null;
create index store_customer_of_account on store_customer (account_id);
create index store_customer_read on store_customer (read_at desc) where read_at is not null;

-- A plan that a store keeps for somebody; its subscription has the same id.
create table store_service (
    id uuid primary key,
    account_id uuid not null,
    first_account_id uuid not null, -- never changes: one service per plan, also after a merge
    plan_id uuid not null,
    started_at timestamptz not null,
    paid_until timestamptz not null,
    changed_at timestamptz not null,
    unique (first_account_id, plan_id)
);
create index store_service_of_account on store_service (account_id);

-- A transaction of a store gives its time to one service.
create table store_purchase (
    store text not null,
    transaction_id text not null,
    app_user_id text not null,
    service_id uuid not null references store_service,
    product text not null,
    from_at timestamptz not null,
    until_at timestamptz not null,
    refunded_at timestamptz,
    listed boolean not null, -- it counts: the store's side has it as the latest of its product
    first_seen_at timestamptz not null,
    primary key (store, transaction_id)
);
create index store_purchase_of on store_purchase (service_id);
create index store_purchase_newest on store_purchase (first_seen_at desc);
