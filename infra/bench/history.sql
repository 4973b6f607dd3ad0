-- What years of trade leave: :rows paid payments of many customers at six providers, their orders, both bookings of
-- each, their pushes, applied, and 500 flagged ones. The triggers are spared, since what is made here is in order.
set session_replication_role = replica;
set synchronous_commit = off;

create temporary table past as
select n, (lpad(to_hex(n), 8, '0') || '-0000-7000-8000-' || substr(md5('p' || n), 1, 12))::uuid as payment,
    (lpad(to_hex(n), 8, '0') || '-0000-7001-8000-' || substr(md5('o' || n), 1, 12))::uuid as sales_order,
    md5('a' || n % 100000)::uuid as payer,
    (array['cryptobot', 'yookassa', 'stripe', 'tbank', 'stars', 'wallet'])[1 + n % 6] as provider,
    now() - interval '700 days' + n * interval '1 minute' as at
from generate_series(1, :rows) n;

insert into payment (id, subject, payer, provider, state, amount_minor, asset, description, subscription_days,
    created_at, expires_at, provider_reference, pay_url, received_minor, received_asset, paid_at, closed_at)
select payment, sales_order, payer, provider, 'captured', 19900, 'RUB', 'Pro, 30 days', 30, at, at + interval '1 hour',
    'past-' || n, 'http://127.0.0.1:9/pay/' || n, 19900, 'RUB', at + interval '1 minute', at + interval '1 minute'
from past;
insert into payment (id, subject, payer, provider, state, amount_minor, asset, description, subscription_days,
    created_at, expires_at, provider_reference, pay_url, received_minor, received_asset, paid_at, closed_at, reason)
select (lpad(to_hex(n), 8, '0') || '-0000-7002-8000-' || substr(md5('f' || n), 1, 12))::uuid, sales_order, payer, provider,
    'flagged', 19900, 'RUB', 'Pro, 30 days', 30, at, at + interval '1 hour', 'odd-' || n, 'http://127.0.0.1:9/pay/' || n,
    100, 'RUB', at, at, 'underpaid' from past where n <= 500;

insert into sales_order (id, account_id, request_key, status, payment_method, plan_id, plan_code, tier, plan_name,
    term_days, asset, price_minor, total_minor, traffic_limit_bytes, traffic_reset, device_limit, server_groups,
    created_at, expires_at, payment_id, paid_at)
select sales_order, payer, 'past-' || n, 'paid', provider, plan.id, 'pro', 'pro', '{"en": "Pro"}', 30, 'RUB', 19900, 19900,
    107374182400, 'month', 3, '{Pro}', at, at + interval '1 hour', payment, at + interval '1 minute'
from past, (select id from plan limit 1) plan;

insert into ledger_transaction (id, business_key, kind, posting_count, at)
select payment, 'payment-captured:' || payment, 'payment_captured', 2, at from past
union all
select sales_order, 'order-settled:' || sales_order, 'order_settled', 2, at from past;
insert into ledger_posting (transaction_id, line, account_type, account_owner, asset, minor_units)
select payment, 1, 'provider_clearing', provider, 'RUB', 19900 from past
union all select payment, 2, 'customer_wallet', payer::text, 'RUB', -19900 from past
union all select sales_order, 1, 'customer_wallet', payer::text, 'RUB', 19900 from past
union all select sales_order, 2, 'revenue', '', 'RUB', -19900 from past;

insert into inbox (id, source, dedupe_key, body, status, attempts, next_attempt_at, note, received_at, settled_at)
select payment, provider, 'past-' || n, repeat('x', 400), 'applied', 1, at, 'captured', at, at from past;

reset session_replication_role;
reset synchronous_commit;
vacuum analyze payment;
vacuum analyze sales_order;
vacuum analyze ledger_transaction;
vacuum analyze ledger_posting;
vacuum analyze inbox;
checkpoint;
