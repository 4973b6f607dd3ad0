-- Rows are appended while their subscription is held, so that this counts in the order of the deeds.
alter table subscription_extension add column seq bigint generated always as identity;

-- Money of an order that went back: its time shrinks by the same part. One row for each refund.
create table subscription_return (
    refund_id uuid primary key,
    order_id uuid not null references subscription_extension,
    asset text not null,
    returned_minor bigint not null check (returned_minor > 0),
    total_minor bigint not null check (total_minor >= returned_minor),
    undone boolean not null,
    at timestamptz not null
);

create index subscription_return_of on subscription_return (order_id);
