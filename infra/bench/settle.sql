\set n random(:first, :last)
insert into inbox (id, source, dedupe_key, body, next_attempt_at, received_at)
    values (uuidv7(), 'cryptobot', md5(random()::text || clock_timestamp()), repeat('x', 400), now(), now())
    on conflict (source, dedupe_key) do nothing returning id \gset own_
begin;
-- Its own row, where the shop takes the oldest: a client that finds all rows taken would stop pgbench.
select id, source, dedupe_key, body, received_at, attempts from inbox
    where status = 'received' and next_attempt_at <= now() and id = cast(:own_id as uuid)
    order by next_attempt_at, id limit 1 for update skip locked;
select * from payment where id = ('00000000-0000-7000-8000-' || lpad(to_hex(cast(:n as bigint)), 12, '0'))::uuid for no key update;
update payment set state = 'captured', look_at = null, received_minor = 19900, received_asset = 'RUB', paid_at = now(),
    closed_at = now() where id = ('00000000-0000-7000-8000-' || lpad(to_hex(cast(:n as bigint)), 12, '0'))::uuid;
with booked as (
    insert into ledger_transaction (id, business_key, kind, posting_count, at)
    values (uuidv7(), 'payment-captured:' || uuidv7(), 'payment_captured', 2, now())
    on conflict (business_key) do nothing returning id)
insert into ledger_posting (transaction_id, line, account_type, account_owner, asset, minor_units)
    select booked.id, line.* from booked, (values (1, 'provider_clearing', 'cryptobot', 'RUB', 19900::bigint),
        (2, 'customer_wallet', '00000000-0000-7000-8000-000000000000', 'RUB', -19900)) as line;
insert into outbox (id, handler, event_type, payload, next_attempt_at, created_at)
    values (uuidv7(), 'billing.settle-order', 'payment.captured', '{"payment": {"value": "00000000-0000-7000-8000-000000000000"}, "subject": "00000000-0000-7000-8000-000000000000", "provider": "cryptobot", "received": {"minorUnits": 19900, "asset": "RUB"}}'::jsonb, now(), now());
update inbox set status = 'applied', note = 'captured', settled_at = now(), attempts = attempts + 1 where id = cast(:own_id as uuid);
commit;
